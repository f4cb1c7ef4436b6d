import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import {
  command,
  type Finder,
  onRow,
  onTarget,
  type Permit,
  type Policy,
  query,
  type Subject,
} from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import type { FormCommand } from "#platform/web/form-answer.ts";
import { stepsOn, threadsOf } from "./comment.rules.ts";
import { CommentInput, type CommentView } from "./comment.schema.ts";
import { insertComment, selectComments, updateMark } from "./comment.store.server.ts";

type Deed = "list" | "write" | "hide" | "show" | "settle" | "reopen";
type Target<Kind> = Readonly<{ area: AreaId; kind: Kind; id: string }>;

/** Comments on the things of a module, made of what it declares: their kinds, and the name that its rights begin with. */
export function comments<Kind extends string, const Name extends string, Known extends Subject>({
  name,
  policy: asked,
  kinds,
  isThere,
  partsOf,
  author,
}: Readonly<{
  name: Name;
  policy: Pick<Policy<NoInfer<`${Name}.${Deed}`>, Known>, "may">;
  kinds: readonly Kind[];
  isThere(permit: Permit, kind: Kind, id: string): Promise<boolean>;
  /** The parts of a thing that a comment can be about, by name; without it, comments are of the whole alone. */
  partsOf?(permit: Permit, kind: Kind, id: string): Promise<readonly string[]>;
  /** For whom somebody speaks, as it is shown beside what was said. */
  author(permit: Permit): string | Promise<string>;
}>) {
  const policy = asked as Policy<`${Name}.${Deed}`, Known>;
  const right = (deed: Deed): `${Name}.${Deed}` => `${name}.${deed}`;
  const ofThing = {
    policy,
    target: z.object({ area: areaId, kind: z.enum(kinds as [Kind, ...Kind[]]), id: rowId() }) as z.ZodType<
      Target<Kind>,
      Readonly<{ area: string; kind: Kind; id: string }>
    >,
    subject: (_find: Finder, { area, kind, id }: Target<Kind>) =>
      ({ type: kind, id, area }) as unknown as Known,
  };

  const list = query({
    name: right("list"),
    ...ofThing,
    async run(permit, { kind, id }) {
      const may = (deed: Deed) => policy.may(permit.actor, right(deed), permit.subject) !== undefined;
      const [mayWrite, mayModerate] = [may("write"), may("hide")];
      const said = threadsOf(await selectComments(permit, { kind, id }), mayModerate);
      const comments = said.map((one) => ({ ...one, can: stepsOn(one, { mayWrite, mayModerate }) }));
      return ok<CommentView>({ comments, mayWrite });
    },
  });

  const write = command({
    name: right("write"),
    ...ofThing,
    input: CommentInput,
    once: true,
    async run(permit, { kind, id, text, replyTo, about }) {
      if (!(await isThere(permit, kind, id))) return notFound(kind);
      const said = replyTo ? await selectComments(permit, { kind, id }) : [];
      const answered = said.find((one) => one.id === replyTo);
      if (replyTo && !answered) return notFound("comment");
      // An answer is about what it answers.
      const part = answered?.about ?? about;
      if (part && !answered && !(await partsOf?.(permit, kind, id))?.includes(part)) return notFound("part");
      const first = answered?.replyTo ?? answered?.id ?? null;
      await insertComment(
        permit,
        { kind, id },
        {
          ...{ text, replyTo: first, about: part },
          author: await author(permit),
        },
      );
      return ok(undefined);
    },
  });

  const marking = (deed: Deed, mark: "hidden" | "settled", marked: boolean) =>
    command({
      name: right(deed),
      policy,
      target: z.object({ area: areaId, id: rowId(), of: rowId().optional() }),
      subject: (_find, { area, id }) => ({ type: "comment", id, area }) as unknown as Known,
      run: async (permit, { id, of }) =>
        (await updateMark(permit, { id, of, kinds }, mark, marked)) ? ok(undefined) : notFound("comment"),
    });
  const hide = marking("hide", "hidden", true);
  const show = marking("show", "hidden", false);
  const settle = marking("settle", "settled", true);
  const reopen = marking("reopen", "settled", false);

  /** What the forms of `Comments` ask for, on the page of a thing. */
  const forms = (app: App, actor: Actor, of: Target<Kind>, then: () => string): FormCommand[] => [
    onTarget(app, actor, of)(write, then),
    ...[hide, show, settle, reopen].map((one) => onRow(app, actor, { area: of.area, of: of.id })(one, then)),
  ];

  return { list, write, hide, show, settle, reopen, forms };
}
