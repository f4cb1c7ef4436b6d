import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { CATALOGUE } from "../catalogue/material-page.messages.ts";
import { spokenIn } from "../model/material.messages.ts";
import { makeOrder } from "../orders/order.commands.server.ts";
import { ORDER_FORM } from "../orders/order.messages.ts";
import { readOrderChoices } from "../orders/order.queries.server.ts";
import type { Route } from "./+types/order-form";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(url.searchParams);
  return {
    ...shown(await readOrderChoices(app, actor, { area, language })),
    language,
    once: newId() as string,
  };
}

export async function action({ context, params: { area }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(new URL(request.url).searchParams);
  const sender = context.get(addressContext) || "unknown";
  const on = onTarget(app, actor, { area, language, sender });
  const lang = language === "en" ? "&lang=en" : "";
  return answerForm(request, [on(makeOrder, ({ token }) => `/mo/${token}?sent=1${lang}`)]);
}

/** Whoever wants copies says how many of what, and where they go; no account is needed. */
export default function OrderForm({ loaderData, actionData }: Route.ComponentProps) {
  const { area, choices, values, language, once } = loaderData;
  const text = ORDER_FORM[language];
  const back = `/areas/${area.slug}/materials${language === "en" ? "?lang=en" : ""}`;
  const optional = (label: string) => `${label}${text.optional}`;
  return (
    <div className="max-w-2xl">
      <PageHead title={`${text.title}　${area.name}`} lead={text.lead} />
      {choices.length === 0 ? (
        <Empty title={text.none}>
          <TextLink to={back}>{text.noneNext}</TextLink>
        </Empty>
      ) : (
        <CommandForm
          command="material-order.make"
          answer={actionData}
          values={values ?? {}}
          once={once}
          submit={text.submit}
          language={language}
          labels={text as unknown as Record<string, string>}
          marksRequired
        >
          <h2 className="text-std-20B-160">{text.lines}</h2>
          {choices.map((one, row) => (
            <div key={one.id}>
              <input type="hidden" name={`lines.${row}.edition`} value={one.id} />
              <CountField
                label={`${one.title}（${[one.label, one.language, one.format].filter(Boolean).join("・")}） ${text.amount}`}
                hint={text.left(one.left, one.mostAnOrder)}
                name={`lines.${row}.amount`}
                optional
                unmarked
              />
            </div>
          ))}
          <TextField label={text.workplace} name="workplace" autoComplete="organization" />
          <TextField label={text.contact} name="contact" autoComplete="name" />
          <TextField label={text.address} name="address" autoComplete="street-address" />
          <TextField label={text.phone} name="phone" type="tel" autoComplete="tel" optional unmarked />
          <TextField label={text.email} name="email" type="email" autoComplete="email" optional unmarked />
          <TextArea label={optional(text.note)} name="note" rows={3} optional unmarked most={500} />
          <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
            <input name="homepage" tabIndex={-1} autoComplete="off" aria-label="-" />
          </div>
          <p className="my-4 text-dns-14N-130">{text.privacy}</p>
        </CommandForm>
      )}
      <p className="my-8">
        <TextLink to={back}>{CATALOGUE[language].back}</TextLink>
      </p>
    </div>
  );
}
