import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink, readByLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { DeadPage } from "#ui/dead-page.tsx";
import { PageHead } from "#ui/page.tsx";
import { cancelLoan, LOAN, moveLoan } from "../loans/loan.commands.server.ts";
import { readLoan } from "../loans/loan.queries.server.ts";
import { LOAN_PAGE } from "../loans/loan-page.messages.ts";
import { LoanFacts } from "../parts/loan-facts.tsx";
import type { Route } from "./+types/loan-link";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { token } }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { found: loan, ...dead } = await readByLink(app, token, LOAN, (holder, at) =>
    readLoan(app, holder, at),
  );
  return loan ? data({ loan, area: null }) : data({ loan, area: null, ...dead }, { status: 404 });
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, LOAN));
  const on = onTarget(app, holder, { area: holder.area!, id: holder.subject });
  const here = () => `/lending/${token}`;
  return answerForm(request, [on(moveLoan, here), on(cancelLoan, here)]);
}

/** A loan by the secret link that whoever asked was given. */
export default function LoanLink({ loaderData: { loan, area }, actionData }: Route.ComponentProps) {
  if (!loan) {
    const offices = area ? [{ to: `/areas/${area}/lending`, label: LOAN_PAGE.way }] : [];
    const ways = [...offices, { to: "/", label: LOAN_PAGE.home }];
    return <DeadPage title={LOAN_PAGE.dead} why={LOAN_PAGE.deadWhy} ways={ways} />;
  }
  return (
    <div className="max-w-2xl">
      <PageHead title={LOAN_PAGE.title} lead={LOAN_PAGE.keep} />
      <LoanFacts loan={loan} answer={actionData} />
    </div>
  );
}
