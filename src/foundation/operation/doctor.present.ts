import type { Judgement, Measures, Part } from "./state.schema.ts";

const ENGLISH: Readonly<Record<Part, (found: Measures) => readonly [found: string, mend: string]>> = {
  disk: ({ disk }) => [
    `${gib(disk.free)} of ${gib(disk.size)} free`,
    "move files away or make room: a full disk saves nothing more",
  ],
  clock: ({ clockMs }) => [
    `the database's clock is ${(clockMs / 1000).toFixed(1)} s away`,
    "look after the time service (NTP) of both machines",
  ],
  mail: ({ mail }) => [
    `${mail.waiting} mails wait${mail.dueSince ? `, the oldest since ${mail.dueSince.toISOString()}` : ""}; ${mail.refused} were refused in the last day`,
    "see whether the mail server works; wrong addresses are named on the pages of the work",
  ],
  jobs: ({ jobs }) => [
    jobs ? `${jobs.waiting} wait, ${jobs.failed} failed in the last day` : "not seen from here",
    'look for "job failed" in the log; a restart takes up what is left',
  ],
  log: ({ log }) => [
    `${log.waiting} entries wait to be bound, last verified ${log.verifiedAt?.toISOString() ?? "never"}, ${log.findings} findings`,
    "run npm run yui -- audit verify",
  ],
  backup: ({ backup }) => [
    `${backup.count} generations, the newest of ${backup.newest?.toISOString() ?? "never"}`,
    "see that npm run yui -- backup runs each night",
  ],
  keys: ({ openKeys }) => [
    openKeys.length > 0 ? `others may read ${openKeys.join(", ")}` : "only their owner may read them",
    "chmod 600 the files",
  ],
};

const gib = (bytes: number) => `${(bytes / 1024 ** 3).toFixed(1)} GiB`;

/** The same as on the page, as findings of the doctor at the command line. */
export const operationFindings = (measures: Measures, judgements: readonly Judgement[]) =>
  judgements.map(({ part, state }) => {
    const [found, mend] = ENGLISH[part](measures);
    return { what: `running: ${part}`, state, found, ...(state === "good" ? {} : { mend }) };
  });
