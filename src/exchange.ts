import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import {
  addPartner,
  beginExchange,
  type CarriedKind,
  inspectBundle,
  makeBundle,
  readBundle,
  readExchange,
  takeBundle,
} from "#foundation/exchange/public.ts";
import type { App } from "#platform/app.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import { modulesAtWork } from "./modules.ts";

const CLI = service("cli");

/** What all modules let travel between installations, in their order. */
export const carriedKinds = async (): Promise<readonly CarriedKind[]> =>
  (await modulesAtWork()).flatMap(({ carries = [] }) => carries);

type Options = Readonly<Record<"name" | "side" | "add" | "fingerprint" | "to", string | undefined>> &
  Readonly<{ json?: boolean; whole?: boolean; renew?: boolean }>;

/** `yui bundle`: what travels by medium between the closed network and the open one. */
export function registerBundles(program: Command): void {
  const bundle = program
    .command("bundle")
    .description("data between a closed and an open network, by medium");
  json(bundle.command("keys"))
    .description("the keys of this installation and its partners; make keys, or add a partner")
    .option("--name <name>", "make the keys of this installation, under this name")
    .option("--side <side>", "where it stands: inside (closed network) or outside")
    .option("--renew", "make them anew: partners have to be given the new ones")
    .option("--add <file>", "the card of a partner")
    .option("--fingerprint <text>", "its fingerprint, as it came on paper")
    .action((options: Options) => withApp((app) => keys(app, options)));
  json(bundle.command("make").argument("<partner>", "its name, or the beginning of its fingerprint"))
    .description("make the next bundle, and the list for who carries it")
    .option("--to <folder>", "where to put both", ".")
    .option("--whole", "all there is, not only what changed")
    .action((partner: string, options: Options) => withApp((app) => make(app, partner, options)));
  json(bundle.command("read").argument("<file>"))
    .description("verify a bundle and show its list; nothing is taken")
    .action((file: string, options: Options) =>
      withApp(async (app) => {
        const bytes = await bytesOf(file);
        const found = orRefuse(await inspectBundle(app, CLI, { kinds: await carriedKinds(), bytes }));
        report(options, found, ({ place, list }) => [list, `in the ledger: ${place}`]);
      }),
    );
  json(bundle.command("take").argument("<file>"))
    .description("take in a bundle: all of it, or nothing")
    .action((file: string, options: Options) =>
      withApp(async (app) => {
        const bytes = await bytesOf(file);
        const done = orRefuse(await takeBundle(app, CLI, { kinds: await carriedKinds() }, { bytes }));
        report(options, done, ({ words }) => [words]);
      }),
    );
}

async function keys(
  app: App,
  { name, side, renew = false, add, fingerprint, ...options }: Options,
): Promise<void> {
  if (name !== undefined) orRefuse(await beginExchange(app, CLI, {}, { name, side, renew }));
  if (add !== undefined) {
    const card = (await bytesOf(add)).toString("utf8");
    orRefuse(await addPartner(app, CLI, {}, { card, fingerprint: fingerprint ?? "" }));
  }
  const { own, partners } = orRefuse(await readExchange(app, CLI, {}));
  report(options, { own, partners }, () => [
    own
      ? `${own.name} (${own.side})  ${own.fingerprint}`
      : "no keys yet: yui bundle keys --name … --side inside",
    ...(own ? [JSON.stringify(own.card)] : []),
    ...partners.map((one) =>
      [one.name, `(${one.side})`, one.fingerprint, one.gaps.length > 0 ? `missing ${one.gaps}` : ""].join(
        " ",
      ),
    ),
  ]);
}

async function make(
  app: App,
  named: string,
  { to = ".", whole = false, ...options }: Options,
): Promise<void> {
  const { partners } = orRefuse(await readExchange(app, CLI, {}));
  const meant = partners.filter(({ name, fingerprint }) => name === named || fingerprint.startsWith(named));
  if (meant.length !== 1)
    throw new Refused(`${meant.length} partners are called ${named}; see yui bundle keys.`);
  const partner = meant[0]!.id;
  const made = orRefuse(await makeBundle(app, CLI, { kinds: await carriedKinds() }, { partner, whole }));
  const { content, list } = orRefuse(await readBundle(app, CLI, { id: made.id }));
  const file = join(to, `yui-${made.number}.bundle`);
  const paper = join(to, `yui-${made.number}.txt`);
  for (const [path, text] of [
    [file, content!],
    [paper, `\uFEFF${list}`],
  ] as const) {
    if (existsSync(path))
      throw new Refused(`${path} stands already and is not written over; name another folder.`);
    await writeFile(path, text, { flag: "wx", mode: 0o600 });
  }
  report(options, { ...made, file, list: paper }, () => [`${file}`, `${paper}`]);
}

async function bytesOf(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new Refused(`There is no file ${file} that can be read.`);
  });
}
