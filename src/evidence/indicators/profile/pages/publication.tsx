import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { TEXT } from "../publication/messages.ts";
import type { PublicationPage } from "../publication/present.ts";
import { decidePublication, readPublication } from "../publication/usecases.server.ts";
import type { Route } from "./+types/publication";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await readPublication(app, actor, { area: params.area }));
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area: params.area });
  return answerForm(request, [on(decidePublication, ({ changed }) => ({ changed }))]);
}

export default function Publication({ loaderData, actionData }: Route.ComponentProps) {
  const { area, items } = loaderData;
  const figures = items.filter((item) => item.kind === "indicator");
  const facts = items.filter((item) => item.kind === "facts");
  return (
    <>
      <PageHead
        title={TEXT.title(area.name)}
        lead={TEXT.lead}
        actions={<ButtonLink to={`/areas/${area.slug}`}>{TEXT.back}</ButtonLink>}
      />
      {items.length === 0 ? (
        <Empty title={TEXT.none}>
          <p>{TEXT.noneNext}</p>
          <TextLink to="/imports">取り込みへ</TextLink>
        </Empty>
      ) : (
        <CommandForm command="publication.decide" answer={actionData} submit={TEXT.save}>
          <Choices legend={TEXT.figures} items={figures} />
          <Choices legend={TEXT.facts} items={facts} />
          <p className="mb-6 text-dns-16N-130">{TEXT.later}</p>
          {/* Beside the button, where one looks after pressing it. */}
          {actionData && "changed" in actionData ? (
            <Notice kind="success" title={TEXT.saved(actionData.changed)} />
          ) : null}
        </CommandForm>
      )}
    </>
  );
}

type Item = PublicationPage["items"][number];

function Choices({ legend, items }: { legend: string; items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <fieldset className="my-6">
      <legend className="text-std-20B-150">{legend}</legend>
      <ul className="mt-2 border-t border-solid-gray-300">
        {items.map((item) => (
          <li key={item.key} className="border-b border-solid-gray-300">
            {item.published > 0 && item.published < item.rows ? (
              <InPart item={item} />
            ) : (
              <WholeOrNot item={item} />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function WholeOrNot({ item }: { item: Item }) {
  const published = item.published > 0;
  return (
    <label className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 py-2">
      <input type="hidden" name={published ? "was-published" : "was-withheld"} value={item.key} />
      <input
        type="checkbox"
        name="publish"
        value={item.key}
        defaultChecked={published}
        className="size-5 accent-blue-900"
      />
      {item.name}
      <span className="text-dns-14N-130 text-solid-gray-700">{TEXT.count(item.rows)}</span>
    </label>
  );
}

function InPart({ item }: { item: Item }) {
  return (
    <label className="flex min-h-11 flex-wrap items-center gap-x-3 py-2">
      <select name="in-part" className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2">
        <option value="">{TEXT.partly(item.published, item.rows)}</option>
        <option value={`publish:${item.key}`}>{TEXT.publishAll}</option>
        <option value={`withhold:${item.key}`}>{TEXT.withholdAll}</option>
      </select>
      {item.name}
    </label>
  );
}
