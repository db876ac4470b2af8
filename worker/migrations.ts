/**
 * The tables of a region, as numbered steps. A step that has been released is never edited: a change is a new step.
 * Each runs in one transaction together with its number, so a crash leaves the tables before it or after it.
 */
const steps: readonly (readonly string[])[] = [
  [
    "CREATE TABLE region (code TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT) STRICT",
    // The token itself is nowhere; issuer is 'admin', 'demo' or the id of a bureau's token.
    `CREATE TABLE tokens (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, role TEXT NOT NULL, school TEXT,
       expires INTEGER NOT NULL, revoked INTEGER, issuer TEXT NOT NULL) STRICT`,
    "CREATE TABLE schools (school TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT",
    "CREATE TABLE collections (collection TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT",
    "CREATE TABLE targets (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT",
    // Every revision is kept as it was received, one row each; without a body it is a withdrawal.
    `CREATE TABLE submissions (collection TEXT NOT NULL, school TEXT NOT NULL, revision INTEGER NOT NULL, definitions TEXT NOT NULL,
       sha256 TEXT NOT NULL, received TEXT NOT NULL, receipt TEXT NOT NULL, body TEXT, PRIMARY KEY (collection, school, revision)) STRICT`,
    // One row for each slice of a collection: the sum of the members' tallies. A sum of nothing has no row.
    "CREATE TABLE sums (collection TEXT NOT NULL, slice TEXT NOT NULL, tally TEXT NOT NULL, PRIMARY KEY (collection, slice)) STRICT",
    // Idempotency keys, for ever.
    `CREATE TABLE keys (token TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, receipt TEXT NOT NULL,
       PRIMARY KEY (token, key)) STRICT, WITHOUT ROWID`,
    // AUTOINCREMENT keeps the last number ever given, so a cut tail shows as well as a hole.
    `CREATE TABLE audit (entry INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, verb TEXT NOT NULL,
       subject TEXT NOT NULL, sha256 TEXT NOT NULL, hash TEXT NOT NULL) STRICT`,
  ],
  // A region's choices where definitions leave something open.
  ["CREATE TABLE choices (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT"],
  // Whose a token is, for people.
  ["ALTER TABLE tokens ADD COLUMN name TEXT NOT NULL DEFAULT ''"],
  // 责任书: one row for each version, one for each signature. What is signed never changes, whoever asks: SQLite itself refuses.
  [
    `CREATE TABLE statements (school TEXT NOT NULL, statement TEXT NOT NULL, version INTEGER NOT NULL, revision INTEGER NOT NULL,
       why TEXT, author TEXT NOT NULL, written TEXT NOT NULL, sha256 TEXT NOT NULL, body TEXT NOT NULL,
       PRIMARY KEY (school, statement, version)) STRICT`,
    `CREATE TABLE signatures (school TEXT NOT NULL, statement TEXT NOT NULL, version INTEGER NOT NULL, party TEXT NOT NULL,
       sha256 TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (school, statement, version, party)) STRICT`,
    ...["UPDATE", "DELETE"].map(
      (change) => `CREATE TRIGGER statements_${change} BEFORE ${change} ON statements
         WHEN EXISTS (SELECT 1 FROM signatures s WHERE s.school = OLD.school AND s.statement = OLD.statement AND s.version = OLD.version)
         BEGIN SELECT RAISE(ABORT, 'a signed version never changes'); END`,
    ),
    // INSERT OR REPLACE takes a row away without asking the trigger of DELETE.
    `CREATE TRIGGER statements_replace BEFORE INSERT ON statements
       WHEN EXISTS (SELECT 1 FROM signatures s WHERE s.school = NEW.school AND s.statement = NEW.statement AND s.version = NEW.version)
       BEGIN SELECT RAISE(ABORT, 'a signed version never changes'); END`,
    ...["UPDATE", "DELETE"].map(
      (change) => `CREATE TRIGGER signatures_${change} BEFORE ${change} ON signatures
         BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END`,
    ),
    `CREATE TRIGGER signatures_replace BEFORE INSERT ON signatures
       WHEN EXISTS (SELECT 1 FROM signatures s WHERE s.school = NEW.school AND s.statement = NEW.statement AND s.version = NEW.version
         AND s.party = NEW.party)
       BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END`,
  ],
];

/** Whether this region has ever been named. Asking leaves nothing behind in the object of a region that does not exist. */
export function founded(sql: SqlStorage): boolean {
  return sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'region'").toArray().length > 0;
}

export function migrate(storage: Pick<DurableObjectStorage, "transactionSync">, sql: SqlStorage): void {
  storage.transactionSync(() => {
    sql.exec("CREATE TABLE IF NOT EXISTS version (step INTEGER PRIMARY KEY) STRICT");
  });
  const done = sql.exec<{ step: number | null }>("SELECT max(step) AS step FROM version").one().step ?? 0;
  for (let step = done + 1; step <= steps.length; step++) {
    storage.transactionSync(() => {
      for (const statement of steps[step - 1] ?? []) sql.exec(statement);
      sql.exec("INSERT INTO version (step) VALUES (?)", step);
    });
  }
}
