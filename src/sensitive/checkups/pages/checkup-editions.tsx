import { onRow } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { EDITION_PAGE as PAGE } from "../editions/checkup-edition.messages.ts";
import { publishCheckups, readEditionForm } from "../editions/checkup-edition.usecases.server.ts";
import type { Route } from "./+types/checkup-editions";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const form = shown(await readEditionForm(app, actor, { area: params.area }));
  return {
    ...form,
    once: newId() as string,
    made: Number(url.searchParams.get("made") ?? 0) || 0,
    years: form.years.map((year) => ({ value: String(year), label: showFiscalYearJa(fiscalYear(year)) })),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onRow(app, actor, { area: params.area });
  return answerForm(request, [
    on(publishCheckups, ({ made }) => `/areas/${params.area}/checkups/editions?made=${made}`),
  ]);
}

export default function CheckupEditions({ loaderData, actionData, params }: Route.ComponentProps) {
  const { years, providers, smallest, combinesTowns, mayPublish, once, made } = loaderData;
  return (
    <>
      <PageHead title={PAGE.title} lead={PAGE.lead} />
      {made > 0 && !actionData ? <Notice kind="success" title={PAGE.done(made)} /> : null}
      <Facts
        items={[
          { name: PAGE.providers, value: providers.join("、") },
          { name: "表示する人数", value: PAGE.smallest(smallest) },
          ...(combinesTowns ? [] : [{ name: "市町村別", value: PAGE.notCombined }]),
        ]}
      />
      {years.length === 0 && mayPublish ? <p>{PAGE.none}</p> : null}
      {mayPublish && years.length > 0 ? (
        <Section title={PAGE.publish}>
          <CommandForm
            command="checkup-edition.publish"
            answer={actionData}
            once={once}
            submit={PAGE.publish}
            busy={PAGE.publishing}
            labels={{ year: PAGE.year }}
          >
            <SelectField label={PAGE.year} name="year" options={years} />
          </CommandForm>
        </Section>
      ) : null}
      <p className="my-6">
        <TextLink to={`/areas/${params.area}/editions`}>{PAGE.editions}</TextLink>
      </p>
    </>
  );
}
