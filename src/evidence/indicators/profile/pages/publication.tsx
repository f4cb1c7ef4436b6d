import { data } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { SECTIONS, TEXT } from "../publication/messages.ts";
import { decisionsOf } from "../publication/rules.ts";
import type { PublicationItem } from "../publication/schema.ts";
import { publicationOf, setPublication } from "../publication/usecases.server.ts";
import type { Route } from "./+types/publication";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { area, items } = shown(await publicationOf(app, actor, params.area));
  return { area: { slug: area.slug, name: area.name, id: area.id }, items };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const decisions = decisionsOf(await request.formData());
  const result = await setPublication(app, actor, params.area, decisions);
  if (!result.ok) return data({ done: false } as const, { status: statusOf(result.error) });
  return { done: true, changed: result.value.changed } as const;
}

export default function PublicationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { area, items } = loaderData;
  const figures = items.filter((item) => item.what.kind === "indicator");
  const facts = items.filter((item) => item.what.kind === "facts");
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
        <OnceForm submit={TEXT.save}>
          <Choices legend={TEXT.figures} items={figures} area={area.id} />
          <Choices legend={TEXT.facts} items={facts} area={area.id} />
          <p className="mb-6 text-dns-16N-130">{TEXT.later}</p>
          {/* Beside the button, where one looks after pressing it. */}
          {actionData?.done === true ? (
            <Notice kind="success" title={TEXT.saved(actionData.changed)} />
          ) : null}
          {actionData?.done === false ? <Notice kind="error" title={TEXT.refused} /> : null}
        </OnceForm>
      )}
    </>
  );
}

function Choices({
  legend,
  items,
  area,
}: {
  legend: string;
  items: readonly PublicationItem[];
  area: string;
}) {
  if (items.length === 0) return null;
  return (
    <fieldset className="my-6">
      <legend className="text-std-20B-150">{legend}</legend>
      <ul className="mt-2 border-t border-solid-gray-300">
        {items.map((item) => (
          <li key={item.key} className="border-b border-solid-gray-300">
            {item.published > 0 && item.published < item.rows ? (
              <InPart item={item} name={nameOf(item, area)} />
            ) : (
              <WholeOrNot item={item} name={nameOf(item, area)} />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function nameOf(item: PublicationItem, area: string): string {
  const name = item.what.kind === "indicator" ? item.what.name : SECTIONS[item.what.section];
  return item.area.id === area ? name : `${name}（${item.area.name}）`;
}

function WholeOrNot({ item, name }: { item: PublicationItem; name: string }) {
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
      {name}
      <span className="text-dns-14N-130 text-solid-gray-700">{TEXT.count(item.rows)}</span>
    </label>
  );
}

function InPart({ item, name }: { item: PublicationItem; name: string }) {
  return (
    <label className="flex min-h-11 flex-wrap items-center gap-x-3 py-2">
      <select name="in-part" className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2">
        <option value="">{TEXT.partly(item.published, item.rows)}</option>
        <option value={`publish:${item.key}`}>{TEXT.publishAll}</option>
        <option value={`withhold:${item.key}`}>{TEXT.withholdAll}</option>
      </select>
      {name}
    </label>
  );
}
