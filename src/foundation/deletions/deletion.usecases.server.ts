import { z } from "zod";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import {
  command,
  type Finder,
  onTarget,
  type Permit,
  type Policy,
  query,
  type Subject,
} from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, idOf } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import type { Input } from "#platform/web/fields.ts";
import type { FormCommand } from "#platform/web/form-answer.ts";
import { restorable, restorableSince } from "./deletion.rules.ts";
import type { deletableRows, Restored } from "./deletion.store.server.ts";
import { TOO_LATE } from "./messages.ts";

const DAY = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long" });

type Rows<Kind extends string> = ReturnType<typeof deletableRows<Kind>>;
/** `under`: the row that the address names, where a form names the one that is meant: itself, or its parent. */
type Target<Kind extends string> = Readonly<{
  area: AreaId;
  kind: Kind;
  id: string;
  under?: string | undefined;
}>;

/** Deleting and bringing back, made of what a module declares once: its kinds of rows and the names of its rights. */
export function deletions<Kind extends string, Action extends string, Known extends Subject>({
  policy,
  kinds,
  rows,
  names,
  pages,
  changed = async () => undefined,
}: Readonly<{
  policy: Policy<Action, Known>;
  kinds: readonly Kind[];
  rows: Rows<Kind>;
  names: Readonly<Record<"restore" | "list" | "readRestored", Action>>;
  /** Where a row of each kind is seen, by its own id and, outward, those of its parents. */
  pages: Readonly<Record<Kind, (...ids: string[]) => string>>;
  /** What else a row that was deleted or brought back changes. */
  changed?: (permit: Permit<Action>, kind: Kind, id: string) => Promise<unknown>;
}>) {
  const subject = (type: string) => (_find: Finder, target: Readonly<{ area: AreaId; id?: string }>) =>
    ({ type, area: target.area, ...(target.id === undefined ? {} : { id: target.id }) }) as Known;
  const ofRow = {
    policy,
    target: z.object({
      area: areaId,
      kind: z.enum(kinds as [Kind, ...Kind[]]),
      id: rowId(),
      under: rowId().optional(),
    }) as z.ZodType<Target<Kind>, Readonly<{ area: string; kind: Kind; id: string; under?: string }>>,
    subject: (find: Finder, target: Target<Kind>) => subject(target.kind)(find, target),
  };

  async function removeRow(
    permit: Permit<Action>,
    kind: Kind,
    id: string,
    under?: string,
  ): Promise<Result<undefined>> {
    if (!(await rows.markDeleted(permit, kind, id, scopeOf(permit.actor).actor, under)))
      return notFound(kind);
    await changed(permit, kind, id);
    return ok(undefined);
  }

  /** One command that deletes a row of any kind. */
  const removing = (name: Action) =>
    command({ name, ...ofRow, run: (permit, { kind, id, under }) => removeRow(permit, kind, id, under) });

  /** A command that deletes rows of one kind, for a module with a right for each. */
  const removingOnly = (name: Action, kind: Kind) =>
    command({
      name,
      policy,
      target: z.object({ area: areaId, id: rowId(), under: rowId().optional() }),
      subject: subject(kind),
      run: (permit, { id, under }) => removeRow(permit, kind, id, under),
    });

  /** Brings a row back. Sent twice it is there already. */
  const restore = command({
    name: names.restore,
    ...ofRow,
    async run(permit, { kind, id }) {
      const deletedAt = await rows.findDeletedAt(permit, kind, id);
      if (deletedAt === undefined) return notFound(kind);
      if (deletedAt === null) return ok(undefined);
      if (!restorable(deletedAt, permit.clock.now())) return conflict(TOO_LATE);
      await rows.clearDeleted(permit, kind, id);
      await changed(permit, kind, id);
      return ok(undefined);
    },
  });

  /** What can still be brought back, the latest first. */
  const listDeleted = query({
    name: names.list,
    policy,
    target: z.object({ area: areaId }),
    subject: subject("deleted"),
    run: async (permit) => ok(await rows.selectDeleted(permit, restorableSince(permit.clock.now()))),
  });

  /** What was just brought back, for the page that says so. */
  const readRestored = query({
    name: names.readRestored,
    ...ofRow,
    run: async (permit, { kind, id }) => ok(await rows.findRestored(permit, kind, id)),
  });

  const pageOf = (base: string, { kind, ids }: Pick<Restored<Kind>, "kind" | "ids">): string =>
    `${base}/${pages[kind](...ids)}`;

  /** What the page of deleted rows shows; its address names what was brought back last. */
  async function readPage(app: App, actor: Actor, area: AreaId, base: string, search: URLSearchParams) {
    const deleted = await listDeleted(app, actor, { area });
    if (!deleted.ok) return deleted;
    const [kind, id] = [kinds.find((one) => one === search.get("restored")), idOf(search.get("id"))];
    const restored = kind && id ? await readRestored(app, actor, { area, kind, id }) : ok(undefined);
    if (!restored.ok) return restored;
    const found = restored.value;
    return ok({
      rows: deleted.value.map(({ deletedAt, kind, id, title }) => {
        return { kind, id, title, day: DAY.format(deletedAt) };
      }),
      restored: found && {
        kind: found.kind,
        title: found.title,
        to: pageOf(base, found),
        gone: found.gone && { kind: found.gone.kind, title: found.gone.title },
      },
    });
  }

  /** The command of that page's buttons; its address then names what was brought back. */
  const onRestore = (app: App, actor: Actor, area: AreaId, base: string): FormCommand =>
    onTarget(app, actor, ({ kind, id }: Input) => ({ area, kind: kind as Kind, id: String(id) }))(
      restore,
      (_, { kind, id }) => `${base}/deleted?restored=${kind}&id=${id}`,
    );

  return { removing, removingOnly, restore, listDeleted, readRestored, pageOf, readPage, onRestore };
}
