import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { askLoan } from "../loans/loan.commands.server.ts";
import { readAskForm } from "../loans/loan.queries.server.ts";
import { LENDING } from "../loans/loan-page.messages.ts";
import { SIZE_WORDS } from "../model/lending.messages.ts";
import { DayFields } from "../parts/loan-facts.tsx";
import type { Route } from "./+types/ask";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area, office: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await readAskForm(app, actor, { area, id }));
}

export async function action({ context, params: { area, office: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  return answerForm(request, [
    onTarget(app, actor, { area, id })(askLoan, ({ token }) => `/lending/${token}?sent=1`),
  ]);
}

const SIZES = Object.entries(SIZE_WORDS).map(([value, label]) => ({ value, label }));

/** Anybody asks for devices, from when to when, and for what. */
export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
  const { office, things, area, times, once } = loaderData;
  const optional = { optional: true, unmarked: true } as const;
  return (
    <div className="max-w-2xl">
      <PageHead title={LENDING.askTitle} place={office.name} lead={LENDING.askLead} />
      <p className="my-3">{office.rule}</p>
      <CommandForm
        command="lending-loan.ask"
        answer={actionData}
        values={times}
        once={once}
        submit={LENDING.askSubmit}
        marksRequired
      >
        {things.map((one) => (
          <CountField
            key={one.id}
            label={`${one.name}（台・セット）`}
            name={`want-${one.id}`}
            {...optional}
          />
        ))}
        <DayFields />
        <TextField label={LENDING.workplace} name="workplace" autoComplete="organization" />
        <SelectField label={LENDING.size} name="size" options={SIZES} empty="" {...optional} />
        <TextField label={LENDING.contact} name="contact" autoComplete="name" />
        <TextField label={LENDING.phone} name="phone" type="tel" autoComplete="tel" {...optional} />
        <TextField label={LENDING.email} name="email" type="email" autoComplete="email" {...optional} />
        <TextField label={LENDING.purpose} name="purpose" />
        <CountField label={LENDING.people} name="people" {...optional} />
        <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
          <input name="homepage" tabIndex={-1} autoComplete="off" aria-label="-" />
        </div>
        <p className="my-4 text-dns-14N-130">{LENDING.privacy}</p>
      </CommandForm>
      <p className="my-8">
        <TextLink to={`/areas/${area.slug}/lending`}>{LENDING.back}</TextLink>
      </p>
    </div>
  );
}
