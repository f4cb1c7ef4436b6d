import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import {
  comes,
  exitOf,
  isOpenToOthers,
  isRoot,
  isRunning,
  NOBODY,
  type Options,
  type Person,
  postmasterOf,
} from "#test/processes/people.ts";

const LINUX = process.platform === "linux";
const asOrdinaryUser = isRoot ? { uid: NOBODY } : {};
const ordinaryUserIsPossible = !isRoot || isOpenToOthers();

let undo: (() => void)[] = [];
let people: Person[] = [];
afterEach(async () => {
  for (const person of people) if (person.process.exitCode === null) await person.leaves();
  for (const step of undo.reverse()) step();
  people = [];
  undo = [];
});

function folder(owner?: number): string {
  const made = mkdtempSync(join(tmpdir(), "yui-db-"));
  if (owner !== undefined) chownSync(made, owner, owner);
  undo.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function opens(dataFolder: string, options?: Options): Person {
  const person = comes(dataFolder, options);
  people.push(person);
  return person;
}

async function ready(dataFolder: string, options?: Options): Promise<Person> {
  const person = opens(dataFolder, options);
  expect(await person.hears(), person.complaint()).toBe("ready");
  return person;
}

async function refusalOf(dataFolder: string, options?: Options): Promise<string> {
  const person = opens(dataFolder, options);
  expect(await exitOf(person.process)).toBe(1);
  expect(person.complaint().split("\n")).toHaveLength(1);
  return person.complaint();
}

const killed = async (person: Person) => {
  person.process.kill("SIGKILL");
  await exitOf(person.process);
};

describe.runIf(LINUX)("a data folder's server", { timeout: 60_000 }, () => {
  it("is shared by whoever comes, and stops with the last who leaves", async () => {
    const data = folder();
    const first = await ready(data);
    const server = postmasterOf(data)!;
    const second = await ready(data);
    expect(postmasterOf(data)).toBe(server);
    await first.ask("write");
    expect(await second.ask("count")).toBe("1");
    expect(await first.leaves()).toBe(0);
    expect(isRunning(server)).toBe(true);
    expect(await second.ask("write")).toBe("written");
    expect(await second.leaves()).toBe(0);
    expect(isRunning(server)).toBe(false);
    expect(postmasterOf(data)).toBeUndefined();
  });

  it("is one, also where three first starts come at once", async () => {
    const data = folder();
    const three = await Promise.all([ready(data), ready(data), ready(data)]);
    for (const person of three) expect(await person.ask("write")).toBe("written");
    expect(await three[0]!.ask("count")).toBe("3");
    await Promise.all(three.map((person) => person.leaves()));
    expect(three.map((person) => [person.process.exitCode, person.complaint()])).toEqual(
      three.map(() => [0, ""]),
    );
    expect(postmasterOf(data)).toBeUndefined();
  });

  it("outlives a process that is killed; the next one joins it and nothing is lost", async () => {
    const data = folder();
    const first = await ready(data);
    await first.ask("write");
    const server = postmasterOf(data)!;
    await killed(first);
    expect(isRunning(server)).toBe(true);
    const second = await ready(data);
    expect(postmasterOf(data)).toBe(server);
    expect(await second.ask("count")).toBe("1");
    await second.leaves();
    expect(isRunning(server)).toBe(false);
  });

  it("is started again under a process when it is killed itself", async () => {
    const data = folder();
    const person = await ready(data);
    await person.ask("write");
    const server = postmasterOf(data)!;
    process.kill(server, "SIGKILL");
    const another = () => postmasterOf(data) ?? server;
    await expect.poll(another, { timeout: 20_000, interval: 50 }).not.toBe(server);
    await expect.poll(() => person.ask("write"), { timeout: 20_000, interval: 50 }).toBe("written");
    expect(await person.ask("count")).toBe("2");
  });

  it("recovers after both were killed, also where another program has its old process id", async () => {
    const data = folder();
    const first = await ready(data);
    for (let row = 0; row < 5; row++) await first.ask("write");
    const server = postmasterOf(data)!;
    await killed(first);
    process.kill(server, "SIGKILL");
    await expect.poll(() => isRunning(server)).toBe(false);
    const lock = join(data, "pg", "postmaster.pid");
    writeFileSync(lock, `${process.pid}\n/nowhere\n0\n5432\n.\n\n0 0\nready\n`);
    chmodSync(lock, 0o666);
    const second = await ready(data);
    expect(await second.ask("count")).toBe("5");
  });

  it("can stand in a folder whose path is longer than a socket's may be", async () => {
    const data = join(folder(), "a".repeat(120), "data");
    const person = await ready(data);
    expect(await person.ask("write")).toBe("written");
  });

  it.runIf(ordinaryUserIsPossible)("works for an ordinary user", async () => {
    const data = folder(asOrdinaryUser.uid);
    const person = await ready(data, asOrdinaryUser);
    expect(await person.ask("write")).toBe("written");
    expect(await person.leaves()).toBe(0);
    expect(postmasterOf(data)).toBeUndefined();
  });

  it.runIf(isRoot && ordinaryUserIsPossible)(
    "stays the ordinary user's where root starts it once",
    async () => {
      const data = folder(NOBODY);
      const user = await ready(data, asOrdinaryUser);
      await user.ask("write");
      await user.leaves();
      const root = await ready(data);
      expect(await root.ask("count")).toBe("1");
      await root.leaves();
      const again = await ready(data, asOrdinaryUser);
      expect(await again.ask("count")).toBe("1");
    },
  );

  it.runIf(isRoot && mayMount())(
    "works for root where only root may enter the project's folder",
    async () => {
      const closed = folder();
      const project = join(closed, "project");
      mkdirSync(project);
      mount(["--bind", join(import.meta.dirname, "../../.."), project], project);
      const person = await ready(join(closed, "data"), { project });
      expect(await person.ask("write")).toBe("written");
      expect(await person.leaves()).toBe(0);
    },
  );
});

describe.runIf(LINUX)("who may sign in to it", { timeout: 60_000 }, () => {
  const without = async (data: string) => {
    const client = new pg.Client({
      host: join(data, "pg"),
      user: "yui_super",
      database: "postgres",
      password: "x",
    });
    return client.connect().then(
      () => client.end().then(() => "let in"),
      (error: { code: string }) => error.code,
    );
  };
  const WRONG_PASSWORD = "28P01";

  it("is who has the key, which the owner of the folder alone may read", async () => {
    const data = folder();
    await ready(data);
    expect(await without(data)).toBe(WRONG_PASSWORD);
    expect(statSync(join(data, "database.key")).mode & 0o777).toBe(0o600);
  });

  it("is so too where an earlier version let everybody in", async () => {
    const data = folder();
    const first = await ready(data);
    await first.ask("write");
    await first.leaves();
    writeFileSync(join(data, "pg", "pg_hba.conf"), "local all all trust\n");
    rmSync(join(data, "database.key"));
    const second = await ready(data);
    expect(await second.ask("count")).toBe("1");
    expect(await without(data)).toBe(WRONG_PASSWORD);
  });

  it("is nobody without the key, and a folder whose key is gone says so", async () => {
    const data = folder();
    await (await ready(data)).leaves();
    const key = readFileSync(join(data, "database.key"));
    rmSync(join(data, "database.key"));
    expect(await refusalOf(data)).toContain("which opens the database beside it, is missing");
    writeFileSync(join(data, "database.key"), "another");
    expect(await refusalOf(data)).toContain("was made with another key");
    writeFileSync(join(data, "database.key"), key);
    await ready(data);
  });
});

describe.runIf(LINUX)("what can't be worked with is refused in one sentence", { timeout: 60_000 }, () => {
  it("a data folder of a newer version", async () => {
    const data = folder();
    writeFileSync(join(data, "format"), "2\n");
    expect(await refusalOf(data)).toBe(
      `The data folder ${data} was written by a newer version of Yui; start that version.`,
    );
  });

  it("a file", async () => {
    const file = join(folder(), "data");
    writeFileSync(file, "");
    expect(await refusalOf(file)).toContain("is not a folder; set YUI_DATA to one");
    expect(await refusalOf(join(file, "below"))).toContain("is not a folder; set YUI_DATA to one");
  });

  it("a folder with something else in the database's place", async () => {
    const data = folder();
    mkdirSync(join(data, "pg"));
    writeFileSync(join(data, "pg", "notes.txt"), "mine");
    expect(await refusalOf(data)).toContain("holds a folder pg that is no database of Yui");
  });

  it("a cluster of another PostgreSQL", async () => {
    const data = folder();
    mkdirSync(join(data, "pg"));
    writeFileSync(join(data, "pg", "PG_VERSION"), "15\n");
    expect(await refusalOf(data)).toContain("belongs to PostgreSQL 15");
  });

  it.runIf(ordinaryUserIsPossible)("a folder that may not be written", async () => {
    const data = folder();
    chmodSync(data, 0o555);
    expect(await refusalOf(data, asOrdinaryUser)).toContain("may not be written by this user");
    expect(await refusalOf(join(data, "below"), asOrdinaryUser)).toContain("may not be written by this user");
  });

  it.runIf(isRoot && ordinaryUserIsPossible)("a folder whose database is another user's", async () => {
    const data = folder();
    await (await ready(data)).leaves();
    chmodSync(data, 0o777);
    expect(await refusalOf(data, asOrdinaryUser)).toContain("belongs to another OS user");
  });

  it.runIf(isRoot && mayMount())("a full disk", async () => {
    const disk = folder();
    mount(["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], disk);
    expect(await refusalOf(join(disk, "data"))).toContain("is full; make room there");
  });
});

function mayMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), "yui-mount-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", probe]).status === 0;
  if (mounted) spawnSync("umount", [probe]);
  rmSync(probe, { recursive: true });
  return mounted;
}

function mount(args: readonly string[], place: string): void {
  expect(spawnSync("mount", args).status).toBe(0);
  undo.push(() => spawnSync("umount", [place]));
}
