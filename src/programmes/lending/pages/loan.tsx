import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { cleanUnit, extendLoan, handOver, takeBack } from "../loans/hand-over.commands.server.ts";
import { cancelLoan, moveLoan, promiseLoan, refuseLoan } from "../loans/loan.commands.server.ts";
import { readLoan } from "../loans/loan.queries.server.ts";
import { LOAN_LIST, LOAN_PAGE } from "../loans/loan-page.messages.ts";
import { LoanFacts } from "../parts/loan-facts.tsx";
import { LoanSteps } from "../parts/loan-steps.tsx";
import type { Route } from "./+types/loan";

export async function loader({ context, params: { area, loan: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { loan: shown(await readLoan(app, actor, { area, id })) };
}

export async function action({ context, params: { area, loan: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, (input) => ({ area, id, hold: String(input.hold ?? "") }));
  const here = () => `/areas/${area}/lending/loans/${id}`;
  return answerForm(request, [
    ...[on(promiseLoan, here), on(refuseLoan, here), on(extendLoan, here), on(handOver, here)],
    ...[on(takeBack, here), on(cleanUnit, here), on(moveLoan, here), on(cancelLoan, here)],
  ]);
}

/** A loan for the office: the answer, the hand-over, the return. */
export default function LoanOne({ loaderData: { loan }, actionData }: Route.ComponentProps) {
  return (
    <div className="max-w-2xl">
      <PageHead title={`${LOAN_PAGE.title} ${loan.number}`} place={loan.workplace} />
      <LoanSteps loan={loan} answer={actionData} />
      <LoanFacts loan={loan} answer={actionData} />
      <p className="my-8">
        <TextLink to={`/areas/${loan.area.slug}/lending/loans`}>{LOAN_LIST.title}</TextLink>
      </p>
    </div>
  );
}
