import { Form } from "react-router";
import { listSimilarAreas } from "#evidence/indicators/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { INITIATIVE_KINDS } from "../model/initiative-kinds.schema.ts";
import { fineKindLabel, initiativeKindLabel } from "../model/plan.messages.ts";
import { offeredTo } from "../publishing/library.rules.ts";
import { copyFromLibrary, readLibrary } from "../publishing/published-plan.usecases.server.ts";
import type { Route } from "./+types/library";
import { staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url, mayEdit } = await staffPlace(args);
  const words = (url.searchParams.get("words") ?? "").trim();
  const kind = url.searchParams.get("kind") ?? "";
  const all = offeredTo(area.id, shown(await readLibrary(app, actor, {})));
  const similar = shown(await listSimilarAreas(app, actor, { area: area.id }));
  const alike = new Set<string>(similar.map(({ id }) => id));
  const from = url.searchParams.get("from") === "similar" ? "similar" : "";
  const entries = all.filter(
    (entry) =>
      (from === "" || (entry.areaId !== null && alike.has(entry.areaId))) &&
      (kind === "" || entry.kind === kind) &&
      (words === "" || `${entry.title}${entry.place}${entry.audience}`.includes(words)),
  );
  return {
    base,
    mayEdit,
    words,
    kind,
    from,
    similar: similar.map(({ name }) => name),
    entries: entries.map((entry) => ({
      id: entry.id,
      place: entry.place,
      alike: entry.areaId !== null && alike.has(entry.areaId),
      title: entry.title,
      detail: `${initiativeKindLabel(entry.kind)}・${fineKindLabel(entry.fineKind)}　対象 ${entry.audience}`,
      organisations: entry.organisations.map((one) => one.name).join("＋"),
      source: entry.source,
      once: newId() as string,
    })),
    total: all.length,
  };
}

export async function action(args: Route.ActionArgs) {
  const { onChosen, base } = await staffPlace(args);
  return answerForm(args.request, [onChosen(copyFromLibrary, ({ id }) => `${base}/initiatives/${id}/edit`)]);
}

export default function Library({ loaderData }: Route.ComponentProps) {
  const { base, mayEdit, words, kind, from, similar, entries, total } = loaderData;
  return (
    <>
      <PageHead
        title="ほかの地域の事業"
        lead={`公開された事業 ${total}件。選ぶと自分の計画に複製され、地域に合わせて変更できます。`}
        actions={<ButtonLink to={base}>計画に戻る</ButtonLink>}
      />
      <Form className="no-print flex flex-wrap items-end gap-x-6">
        <TextField label="言葉" name="words" optional defaultValue={words} />
        <SelectField
          label="種類"
          name="kind"
          optional
          empty="すべて"
          defaultValue={kind}
          options={INITIATIVE_KINDS.map((value) => ({ value, label: initiativeKindLabel(value) }))}
        />
        {similar.length > 0 ? (
          <SelectField
            label="地域"
            name="from"
            optional
            empty="すべて"
            defaultValue={from}
            options={[{ value: "similar", label: `類似地域（${similar.join("、")}）` }]}
          />
        ) : null}
        <div className="my-5">
          <Button>絞り込む</Button>
        </div>
      </Form>
      {entries.length === 0 ? (
        <Empty title="あてはまる事業はありません">言葉を短くするか、種類を「すべて」にしてください。</Empty>
      ) : null}
      <ul className="border-t border-solid-gray-300">
        {entries.map((entry) => (
          <li
            key={`${entry.place}-${entry.id}`}
            className="flex flex-wrap items-start justify-between gap-4 border-b border-solid-gray-300 py-4"
          >
            <div className="max-w-3xl">
              <h2 className="text-std-18B-160">{entry.title}</h2>
              <p className="text-dns-14N-130 text-solid-gray-800">
                {entry.place}
                {entry.alike ? "（類似地域）" : ""}　{entry.detail}
              </p>
              <p className="text-dns-14N-130">{entry.organisations}</p>
              <p className="text-dns-14N-130 text-solid-gray-700">出典 {entry.source}</p>
            </div>
            {mayEdit ? (
              <CommandForm
                command="initiative.copy"
                once={entry.once}
                submit="この地域の計画に複製する"
                kind="secondary"
                busy="写しています…"
              >
                <input type="hidden" name="entry" value={entry.id} />
              </CommandForm>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
