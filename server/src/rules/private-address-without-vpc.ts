import { addCondition } from '../edit/add-condition.ts';
import { fill } from '../edit/writable.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { entriesOn } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import type { Policy } from '../policy/policy.ts';
import type { Statement } from '../policy/statement.ts';

interface Pair {
  readonly address: string;
  /** Keys that tell whose network it is; the first is the one to add. */
  readonly networks: readonly [string, ...string[]];
}

/** Source: IAM User Guide, Access Analyzer policy check reference, missing paired condition keys; aws:Ec2InstanceSourcePrivateIPv4. */
const pairs: readonly Pair[] = [
  {
    address: 'aws:VpcSourceIp',
    networks: [
      'aws:SourceVpc',
      ...['aws:SourceVpcArn', 'aws:SourceVpce', 'aws:VpceAccount', 'aws:VpceOrgID', 'aws:VpceOrgPaths'],
    ],
  },
  {
    address: 'aws:Ec2InstanceSourcePrivateIPv4',
    networks: ['aws:Ec2InstanceSourceVpc', 'aws:SourceVpc', 'aws:SourceVpcArn', 'ec2:SourceInstanceArn'],
  },
];

export const privateAddressWithoutVpc = defineRule({
  id: 'private-address-without-vpc',
  summary: 'An address inside a VPC is asked for, and not which VPC: every VPC may have that address',
  severity: 'warning',
  // The policy of an endpoint sees only what comes through its own VPC.
  kinds: policyKinds.filter((kind) => kind !== 'endpoint'),
  needs: { keys: pairs.map(({ address }) => address) },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const pair of pairs) if (!isAskedFor(pair, statement, policy)) checkStatement(pair, statement, context);
    },
  },
});

/** In the same statement, or in a Deny that holds beside it. */
function isAskedFor({ networks }: Pair, statement: Statement, { statements }: Policy): boolean {
  return statements.some(
    (each) =>
      (each === statement || each.effect === 'Deny') &&
      (!each.condition.complete || entriesOn(each.condition, networks).length > 0),
  );
}

function checkStatement({ address, networks: [network] }: Pair, statement: Statement, context: PolicyContext): void {
  for (const entry of entriesOn(statement.condition, [address])) {
    const use = entry.operator?.operator;
    // In an Allow the addresses are let in, in a Deny they are spared.
    if (use?.type !== 'ip' || statement.effect !== (use.negated ? 'Deny' : 'Allow')) continue;
    context.report({
      at: entry.keyNode,
      message: `\`${entry.key}\` is an address inside a VPC, and other VPCs, anyone's included, have the same addresses. Also ask for the VPC: \`${network}\`.`,
      // Under a Deny both conditions would have to fail for it to spare a request: that takes a statement of its own.
      fixes: use.negated
        ? []
        : [
            {
              title: `Allow only one VPC: add ${network}`,
              applicability: 'suggestion',
              preferred: true,
              changes: () =>
                addCondition(context.target, statement.node, { StringEquals: { [network]: fill({ name: 'VPC id' }) } }),
            },
          ],
    });
  }
}
