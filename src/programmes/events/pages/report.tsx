import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField, TextArea } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { REPORT } from "../after/report.messages.ts";
import { readReportForm, saveReport } from "../after/report.usecases.server.ts";
import type { Route } from "./+types/report";

export async function loader({ context, params: { area, event: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await readReportForm(app, actor, { area, id }));
}

export async function action({ context, params: { area, event: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  return answerForm(request, [on(saveReport, () => `/areas/${area}/events/${id}/report`)]);
}

/** What became of an event: its counts in their own units, as they go into the plan. */
export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { event, units, signedUp, held, area, values, seen } = loaderData;
  const base = `/areas/${area.slug}`;
  return (
    <div className="max-w-2xl">
      <PageHead title={REPORT.title} place={event.title} lead={REPORT.lead} />
      {held ? (
        <CommandForm
          command="event-report.save"
          answer={actionData}
          {...{ values, seen }}
          submit={REPORT.save}
          labels={{
            ...Object.fromEntries(units.map((one) => [one.unit, one.name])),
            summary: REPORT.summary,
          }}
        >
          <Section title={REPORT.counts} lead={`${REPORT.countsHint}${REPORT.signedUp(signedUp)}`}>
            {units.map((one) => (
              <CountField key={one.unit} label={`${one.name}（${one.word}）`} name={one.unit} optional />
            ))}
          </Section>
          <ChoiceField
            label={REPORT.told}
            name="toldCentre"
            type="checkbox"
            options={[{ value: "true", label: REPORT.toldCentre }]}
          />
          <ChoiceField
            label=""
            name="toldResources"
            type="checkbox"
            options={[{ value: "true", label: REPORT.toldResources }]}
          />
          <TextArea label={REPORT.summary} name="summary" most={500} optional />
        </CommandForm>
      ) : (
        <Notice kind="info" title={REPORT.notHeld} />
      )}
      <p className="my-8 flex flex-wrap gap-6">
        <TextLink to={`${base}/events/${event.id}`}>{event.title}</TextLink>
        <TextLink to={`${base}/plan/activities`}>{REPORT.plan}</TextLink>
      </p>
    </div>
  );
}
