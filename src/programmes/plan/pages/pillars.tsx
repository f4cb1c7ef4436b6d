import { data, Form, redirect } from "react-router";
import { newId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { TextField } from "#ui/field.tsx";
import { Empty } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { createPillar, movePillar, savePillar } from "../goals/pillars/usecases.server.ts";
import { readGoals } from "../goals/usecases.server.ts";
import { removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/pillars";
import { chosenId, editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { groups } = shown(await readGoals(app, actor, area.id));
  const pillars = groups.flatMap(({ pillar, goals }) => (pillar ? [{ ...pillar, goals: goals.length }] : []));
  return { base, name: area.name, pillars, onceKey: newId() as string };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const values = await fieldsOf(args.request);
  const work = () => {
    switch (values.intent) {
      case "move":
        return movePillar(app, actor, area.id, chosenId(values), Number(values.place) || 0);
      case "rename":
        return savePillar(app, actor, area.id, chosenId(values), values);
      case "remove":
        return removeThing(app, actor, area.id, "pillar", chosenId(values));
      default:
        return createPillar(app, actor, area.id, values);
    }
  };
  const done = await work();
  if (done.ok) throw redirect(`${base}/pillars?saved`);
  if (done.error.kind !== "invalid") throw data(null, { status: statusOf(done.error) });
  return data({ errors: done.error.fields, values }, { status: 422 });
}

export default function Pillars({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, pillars, onceKey } = loaderData;
  const of = (id: string) => (actionData?.values.id === id ? actionData : undefined);
  const added = actionData && !actionData.values.id ? actionData : undefined;
  return (
    <>
      <PageHead
        title="対策の柱"
        lead={`${name}の計画。目標をまとめる見出しです。柱がなくても目標は立てられます。`}
        actions={<ButtonLink to={`${base}/goals`}>柱・目標・評価</ButtonLink>}
      />
      <Done />
      {pillars.length === 0 ? <Empty title="柱はまだありません">下で1つ目を加えてください。</Empty> : null}
      <ol className={pillars.length > 0 ? "border-t border-solid-gray-300" : ""}>
        {pillars.map((pillar, index) => (
          <li key={pillar.id} className="border-b border-solid-gray-300 py-3">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p>
                <span className="text-std-16B-170">
                  {index + 1}　{pillar.title}
                </span>
                <span className="ml-3 text-dns-14N-130 text-solid-gray-800">目標 {pillar.goals}</span>
              </p>
              <div className="flex flex-wrap gap-3">
                {index > 0 ? <Step id={pillar.id} place={index - 1} word="上へ" of={pillar.title} /> : null}
                {index < pillars.length - 1 ? (
                  <Step id={pillar.id} place={index + 1} word="下へ" of={pillar.title} />
                ) : null}
              </div>
            </div>
            <details open={of(pillar.id) !== undefined}>
              <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
                名前を直す・消す<span className="sr-only">（{pillar.title}）</span>
              </summary>
              <OnceForm submit="名前を保存する" kind="secondary" busy="保存しています…">
                <input type="hidden" name="intent" value="rename" />
                <input type="hidden" name="id" value={pillar.id} />
                <TextField
                  label="柱の名前"
                  name="title"
                  defaultValue={of(pillar.id)?.values.title ?? pillar.title}
                  errors={of(pillar.id)?.errors.title}
                />
              </OnceForm>
              <div className="mt-4 mb-2">
                <OnceForm submit="この柱を消す" kind="danger" busy="消しています…">
                  <input type="hidden" name="intent" value="remove" />
                  <input type="hidden" name="id" value={pillar.id} />
                </OnceForm>
                <p className="mt-1 text-dns-14N-130">目標は消えず、柱のない目標になります。</p>
              </div>
            </details>
          </li>
        ))}
      </ol>
      <Section title="柱を加える">
        {/* The key makes an empty field again once a pillar was added. */}
        <OnceForm key={pillars.length} submit="柱を加える" busy="保存しています…" onceKey={onceKey}>
          <TextField
            label="柱の名前"
            hint="例　情報の発信と環境づくり"
            name="title"
            defaultValue={added?.values.title}
            errors={added?.errors.title}
          />
        </OnceForm>
      </Section>
    </>
  );
}

/** The place is named, not the step, so that a second press of the same button moves nothing more. */
function Step({ id, place, word, of }: { id: string; place: number; word: string; of: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="place" value={place} />
      <Button aria-label={`${word}（${of}）`}>{word}</Button>
    </Form>
  );
}
