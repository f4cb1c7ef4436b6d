/** Only these files may import a name; `mend` is what whoever broke the rule reads. */
type Door = Readonly<{ from: RegExp; names: readonly string[]; may: RegExp; mend: string }>;

const STORES = /[/.]store\.server\.ts$/;
const PLATFORM = /^src\/platform\//;
const AUTHORITY = /^src\/foundation\/authority\//;

const either = (...patterns: readonly RegExp[]) =>
  new RegExp(patterns.map((pattern) => `(?:${pattern.source})`).join("|"));

/** The sign-in has no actor yet, and reads what nobody else may. */
export const SIGN_IN = /^src\/foundation\/identity\/sign-in(\/|-access\.store\.server\.ts$)/;

/** Who opens a transaction or makes a value that opens rows: few, and each for a reason that stands beside it. */
const OPENERS = either(
  PLATFORM,
  AUTHORITY,
  // A link is opened before there is an actor: its transaction holds the hash of its secret and sees no other row.
  /^src\/foundation\/links\/link\.usecases\.server\.ts$/,
  SIGN_IN,
);

export const DOORS: readonly Door[] = [
  {
    from: /platform\/db\/rows\.ts$|^\.\.?\/(.*\/)?rows\.ts$/,
    names: ["db", "tables", "copyInto"],
    may: either(STORES, PLATFORM),
    mend: "rows are opened in a store.server.ts, by a permit",
  },
  {
    from: /platform\/db\/(rows|database|copy)\.ts$/,
    names: [
      "withRows",
      "openingRows",
      "closeRows",
      "inTransaction",
      "inCopyTransaction",
      "scopeStatements",
      "changeScope",
    ],
    // A store may name these files for `db` and the types of its tables.
    may: OPENERS,
    mend: "a transaction is opened by a command or query: declare one",
  },
  {
    from: /platform\/db\/(connection|embedded|cluster-keys|roles|migrate|open)\.ts$/,
    names: [
      "openPool",
      "openClient",
      "withClient",
      "byUrl",
      "joinEmbeddedServer",
      "clusterPasswords",
      "SUPERUSER",
      "OWNER",
      "UPKEEP",
      "SENSITIVE",
      "migrate",
      "openConfigured",
      "openOwner",
    ],
    may: PLATFORM,
    mend: "connections and their roles are the platform's: a module gets its rows by a permit",
  },
];

/** Types that only their makers may cast to: by hand they would open what nobody was asked about. */
export const MINTED: ReadonlySet<string> = new Set(["Permit", "RowAccess", "Finder", "Work"]);
export const CASTS = either(
  PLATFORM,
  AUTHORITY,
  // The one place that opens the sign-in's rows.
  /^src\/foundation\/identity\/sign-in-access\.store\.server\.ts$/,
);

/** Who acts as a part of the system: the command line, rounds, what fills a store, what ships with it. */
export const SERVICES = either(
  PLATFORM,
  /^src\/foundation\/(actors|authority)\//,
  /(^|\/)cli\.ts$/,
  /^src\/(exchange|search)\.ts$/,
  /[/-]demonstration[./]/,
  /^src\/foundation\/(areas\/shipping\/|identity\/sign-in\/attempt\.)usecases\.server\.ts$/,
  /^src\/foundation\/audit\/chain\/(chain|check|noted-head)\.commands\.server\.ts$/,
  /^src\/foundation\/operation\/(alert\.commands|(metrics|doctor)\.queries)\.server\.ts$/,
  /^src\/foundation\/(attachments\/scan\.commands|retention\/retention\.commands|search\/search\.usecases|tables\/work\.usecases)\.server\.ts$/,
  /^src\/evidence\/indicators\/(dictionary|facts|imports\/run)\/usecases\.server\.ts$/,
  /^src\/evidence\/directory\/(feeds\/feed|find\/index|owners\/owner-round)\.commands\.server\.ts$/,
  /^src\/programmes\/support\/offers\/offer-feed\.queries\.server\.ts$/,
  /^src\/evidence\/materials\/system\/material-round\.commands\.server\.ts$/,
  /^src\/programmes\/plan\/(activities\/material-activity|chain\/plan-facts)\.usecases\.server\.ts$/,
  /^src\/programmes\/events\/signups\/(line|reminder)\.commands\.server\.ts$/,
  /^src\/programmes\/councils\/(meetings\/poll|system\/reminder)\.commands\.server\.ts$/,
  /^src\/programmes\/councils\/maturity\/board\.usecases\.server\.ts$/,
  /^src\/programmes\/support\/(workplace\/after-visit|statistics\/statistics|requests\/freed-places|system\/upkeep)\.usecases\.server\.ts$/,
  /^src\/sensitive\/checkups\/cube\/cube\.commands\.server\.ts$/,
  /^src\/sensitive\/consultation\/(counts\/count\.usecases|erasure\/erasure\.commands)\.server\.ts$/,
  /^src\/sensitive\/consultation\/referrals\/referral-reminder\.commands\.server\.ts$/,
  /^src\/sensitive\/suicide-prevention\/workplaces\/call-round\.commands\.server\.ts$/,
);

/** The reach of every area, written out. */
export const WHOLE_REACH = either(
  /^src\/platform\/mail\/outbox\.ts$/,
  /^src\/foundation\/actors\/actor\.rules\.ts$/,
  // The reach of who asked for the import, kept with it.
  /^src\/foundation\/tables\/work\.usecases\.server\.ts$/,
);
