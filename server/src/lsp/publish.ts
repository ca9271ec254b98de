import { describeAge } from '../catalog/iam-data-age.ts';
import type { Severity } from '../lint/finding.ts';
import { kindNames } from '../policy/kind.ts';
import { type DocumentStatus, type FindingCounts, statusNotification } from '../protocol/notifications.ts';
import type { Analysis, DocumentFinding } from '../service/analysis.ts';
import { declareInSteps } from '../service/declarations.ts';
import { ConfigurationReports } from './configuration-reports.ts';
import { createDiagnostics } from './diagnostics.ts';
import { followDisk } from './disk-changes.ts';
import { isEdited, isFile, pathOf } from './document-uri.ts';
import { FolderReader } from './folder-reader.ts';
import { ChainPublisher } from './publish-chains.ts';
import { Schedule } from './schedule.ts';
import { type Analysed, analyseNow, type Session } from './session.ts';
import { workInSlices } from './slices.ts';
import { ConfigurationWatch } from './watch-configurations.ts';

/**
 * Checks documents as they are edited and tells the editor; `checkAll` is for when settings changed. `onChains` is called
 * when the graph may have changed, after it was looked at.
 */
export function registerPublishing(
  session: Session,
  onChains: () => void,
): {
  readonly checkAll: () => void;
  readonly watch: ConfigurationWatch;
  readonly chains: ChainPublisher;
  readonly reader: FolderReader;
} {
  const { connection, documents, guard } = session;
  const reports = new ConfigurationReports(session);
  const checkAll = () => {
    for (const uri of documents.keys().filter(isEdited)) schedule.request(uri);
  };
  const chains = new ChainPublisher(session, (uri) => schedule.request(uri), onChains);
  const rescan = () => {
    for (const path of session.chains.paths()) session.chains.read(path);
  };
  const watch = new ConfigurationWatch(
    session,
    () => {
      reports.refresh();
      rescan();
      checkAll();
    },
    (changes) => followDisk(session, reader, changes),
  );
  const reader = new FolderReader(session, {
    onConfiguration: () => watch.refresh(),
    onEnd: () => {
      chains.request();
      // Suppressions of what is found between files can be judged now.
      if (documents.all().some((each) => /rolechain/i.test(each.getText()))) checkAll();
    },
  });
  watch.listen();
  const schedule = new Schedule(
    (uri, isCurrent) =>
      guard.run('checking', async () => {
        // Asking for settings is no work of ours: the clock starts behind it.
        await session.settings.of(uri);
        const started = performance.now();
        const analysed = await analyseNow(session, uri, isCurrent);
        if (analysed === undefined) return;
        const isLong = analysed.own.source.length > longText;
        if (isLong) await publish(session, analysed);
        const took = performance.now() - started;
        if (isLong && isFile(uri)) {
          // The first time that takes longer than the next key should have to wait.
          const steps = declareInSteps(pathOf(uri), analysed.own);
          await workInSlices(steps, { isCurrent, isAnswering: guard.isAnswering });
        }
        // Behind a newer key that key's round goes on; a document that was closed meanwhile is not opened again by this.
        if (!isCurrent()) return;
        const watched = watch.learn(uri);
        if (isFile(uri)) session.chains.learn(pathOf(uri), uri, analysed.own);
        if (!isLong) void publish(session, analysed);
        tellStatus(session, analysed);
        schedule.took(uri, took);
        await Promise.all([watched, reports.report(uri)]);
      }),
    guard.isAnswering,
  );

  session.graphWork.giveWayTo(() => schedule.isPending());

  documents.onDidOpen(({ document: { uri } }) => chains.opened(pathOf(uri)));
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (isEdited(uri)) schedule.request(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (!isEdited(uri)) return;
    schedule.forget(uri);
    session.settings.forget(uri);
    session.analyses.forget(uri);
    void guard.run('clearing', async () => {
      await connection.sendDiagnostics({ uri, diagnostics: [] });
      if (!isFile(uri)) return;
      session.chains.close(pathOf(uri));
      await chains.closed(pathOf(uri));
    });
  });
  return { checkAll, watch, chains, reader };
}

/** In characters: what such a text says of its roles takes longer to read than anyone should wait for its findings. */
const longText = 200_000;

/** Resolves when it is written. */
function publish({ connection, client, rulePages }: Session, analysed: Analysed): Promise<void> {
  const { document, version } = analysed;
  const diagnostics = createDiagnostics(analysed, client, rulePages);
  return connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
}

function tellStatus({ connection, client, iamData, chains }: Session, analysed: Analysed): void {
  const { document, version, analysis } = analysed;
  if (client.options.status)
    void connection.sendNotification(statusNotification, {
      uri: document.uri,
      version,
      ...describe(analysis),
      roles: chains.has(pathOf(document.uri)),
      iamData: describeAge(iamData(), new Date()),
    } satisfies DocumentStatus);
}

function describe({
  recognised,
  isTooLong,
  policies,
  findings,
}: Analysis): Omit<DocumentStatus, 'uri' | 'version' | 'iamData' | 'roles'> {
  const kinds = [...new Set(policies().map((policy) => kindNames[policy.kind]))];
  return {
    recognised,
    ...(isTooLong && { isTooLong }),
    policies: policies().length,
    kinds,
    findings: countFindings(findings),
  };
}

function countFindings(findings: readonly DocumentFinding[]): FindingCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info'), hint: count('hint') };
}
