import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { listDuplicates, mergeResources, tellApart } from "../duplicates/duplicate.usecases.server.ts";
import type { ResourceLine } from "../entries/resource-list.present.ts";
import { DIRECTORY } from "../entries/resource-page.messages.ts";
import { areaOfPath } from "../find/area.queries.server.ts";
import { FIELD } from "../model/form.messages.ts";
import type { Route } from "./+types/duplicates";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await listDuplicates(app, actor, { area }));
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { id: area } = shown(await areaOfPath(app, params.area));
  const on = onTarget(app, actor, (input) => ({ area: area as string, id: String(input.id ?? "") }));
  const here = () => `/areas/${params.area}/directory/duplicates`;
  return answerForm(request, [on(mergeResources, here), on(tellApart, here)]);
}

const One = ({ one }: { one: ResourceLine }) => (
  <Facts
    items={[
      { name: FIELD.name, value: one.name },
      { name: FIELD.provider, value: one.provider || null },
      { name: FIELD.address, value: one.address || null },
      { name: FIELD.phone, value: one.phone || null },
      { name: DIRECTORY.checkedOn, value: one.checkedOn ?? DIRECTORY.neverChecked },
    ]}
  />
);

export default function Duplicates({ loaderData, actionData }: Route.ComponentProps) {
  const { pairs, area } = loaderData;
  const deed = (command: string, id: string, other: string, submit: string) => (
    <CommandForm
      key={`${command} ${id}`}
      command={command}
      answer={actionData}
      submit={submit}
      kind="secondary"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="other" value={other} />
    </CommandForm>
  );
  return (
    <>
      <PageHead title={`${DIRECTORY.duplicates}　${area.name}`} lead={DIRECTORY.duplicatesLead} />
      {pairs.length === 0 ? <Empty title={DIRECTORY.noDuplicates} /> : null}
      {pairs.map(({ one, other, why }) => (
        <Section key={`${one.id} ${other.id}`} title={`${one.name}（${DIRECTORY.why[why]}）`}>
          <div className="grid gap-8 lg:grid-cols-2">
            <One one={one} />
            <One one={other} />
          </div>
          <div className="mt-4 flex flex-wrap gap-3">
            {deed("resource.merge", one.id, other.id, DIRECTORY.merge(`1 ${one.name}`))}
            {deed("resource.merge", other.id, one.id, DIRECTORY.merge(`2 ${other.name}`))}
            {deed("resource.tell-apart", one.id, other.id, DIRECTORY.apart)}
          </div>
        </Section>
      ))}
      <p className="my-8">
        <TextLink to={`/areas/${area.slug}/directory/manage`}>{DIRECTORY.back}</TextLink>
      </p>
    </>
  );
}
