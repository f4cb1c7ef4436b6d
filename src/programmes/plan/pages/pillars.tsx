import { Form } from "react-router";
import { formShowing } from "#platform/kernel/form-values.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { labelled, TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { createPillar, listPillars, movePillar, savePillar } from "../chain/pillar.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { pillarValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/pillars";
import { RemoveForm } from "./parts.tsx";
import { editorsPlace, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const pillars = shown(await listPillars(app, actor, { area: area.id }));
  return {
    base,
    name: area.name,
    pillars: pillars.map((pillar) => ({ ...pillar, form: formShowing(pillarValues(pillar)) })),
    once: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const { onArea, onChosen, base } = await staffPlace(args);
  const then = () => `${base}/pillars?saved`;
  return answerForm(args.request, [
    onArea(createPillar, then),
    onChosen(savePillar, then),
    onChosen(movePillar, then),
    onChosen(removePart, then),
  ]);
}

const LABELS = { title: "柱の名称" };
const field = labelled(LABELS);

export default function Pillars({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, pillars, once } = loaderData;
  const renamed = answerFor(actionData, "pillar.save")?.values.id;
  return (
    <>
      <PageHead
        title="対策の柱"
        lead={`${name}の計画。目標をまとめる見出しです。柱がなくても目標は立てられます。`}
        actions={<ButtonLink to={`${base}/goals`}>柱・目標・評価</ButtonLink>}
      />
      <Done />
      {pillars.length === 0 ? <Empty title="柱はまだありません">下の欄から追加してください。</Empty> : null}
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
            <Folded
              summary={
                <>
                  名称の編集・削除<span className="sr-only">（{pillar.title}）</span>
                </>
              }
              open={renamed === pillar.id}
            >
              <CommandForm
                command="pillar.save"
                answer={renamed === pillar.id ? actionData : undefined}
                {...pillar.form}
                labels={LABELS}
                submit="名前を保存する"
                kind="secondary"
                busy="保存しています…"
              >
                <input type="hidden" name="id" value={pillar.id} />
                <TextField {...field("title")} />
              </CommandForm>
              <div className="mt-4 mb-2">
                <RemoveForm kind="pillar" id={pillar.id} named={pillar.title} open="この柱を削除する" />
                <p className="mt-1 text-dns-14N-130">目標は削除されず、柱のない目標になります。</p>
              </div>
            </Folded>
          </li>
        ))}
      </ol>
      <Section title="柱を追加する">
        {/* The key makes an empty field again once a pillar was added. */}
        <CommandForm
          key={pillars.length}
          command="pillar.create"
          answer={actionData}
          once={once}
          labels={LABELS}
          submit="柱を追加する"
          busy="保存しています…"
        >
          <TextField {...field("title")} hint="例　情報の発信と環境づくり" />
        </CommandForm>
      </Section>
    </>
  );
}

/** The place is named, not the step, so that a second press of the same button moves nothing more. */
function Step({ id, place, word, of }: { id: string; place: number; word: string; of: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="do" value="pillar.move" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="place" value={place} />
      <Button aria-label={`${word}（${of}）`}>{word}</Button>
    </Form>
  );
}
