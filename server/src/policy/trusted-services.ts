import type { ServicePrincipal } from '../catalog/service-principal.ts';
import { findServicePrincipal } from '../catalog/service-principals.ts';
import { serviceNameOf } from './service-principal.ts';
import type { Principal, Statement } from './statement.ts';

/** A service that a statement names as principal. */
export interface TrustedService {
  readonly principal: Principal;
  /** As the tables have it; undefined where part of it is not known. */
  readonly name: string | undefined;
  /** Undefined where nothing is known of the service. */
  readonly service: ServicePrincipal | undefined;
}

/** The service principals of a statement, in their order. */
export function trustedServices(statement: Statement): readonly TrustedService[] {
  return (statement.principal?.principals ?? [])
    .filter(({ type }) => type === 'Service')
    .map((principal) => {
      const name = serviceNameOf(principal.value);
      return { principal, name, service: name === undefined ? undefined : findServicePrincipal(name) };
    });
}

/**
 * What is known of all services of a statement. Undefined unless for each of them it is established that it sends
 * `aws:SourceArn`, and there is one.
 */
export function sourceArnSenders(statement: Statement): readonly ServicePrincipal[] | undefined {
  if (!statement.principal?.complete) return undefined;
  const senders = trustedServices(statement).map(({ service }) => service);
  const known = senders.every((each) => each?.grade === 'established' && each.sends === 'source-arn');
  return known && senders.length > 0 ? senders.filter((each) => each !== undefined) : undefined;
}
