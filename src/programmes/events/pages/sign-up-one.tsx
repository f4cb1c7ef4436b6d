import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { SIGN_UP_LIST, SIGN_UP_ONE } from "../catalogue/event-page.messages.ts";
import { SignUpParts } from "../parts/sign-up-view.tsx";
import { acceptSeats, cancelSignUp, nameSignUp } from "../signups/sign-up.commands.server.ts";
import { readSignUp } from "../signups/sign-up.queries.server.ts";
import type { Route } from "./+types/sign-up-one";

export async function loader({ context, params: { area, signup: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { signUp: shown(await readSignUp(app, actor, { area, id, language: "ja" })) };
}

export async function action({ context, params: { area, signup: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  const here = () => `/areas/${area}/event-sign-ups/${id}`;
  return answerForm(request, [on(acceptSeats, here), on(cancelSignUp, here), on(nameSignUp, here)]);
}

/** A sign-up for the secretariat, which does by telephone what its maker could do by the link. */
export default function SignUpOne({ loaderData: { signUp }, actionData }: Route.ComponentProps) {
  return (
    <div className="max-w-2xl">
      <PageHead
        title={`${SIGN_UP_ONE} ${signUp.number}`}
        place={signUp.event.title}
        lead={signUp.workplace || signUp.contact}
      />
      <SignUpParts signUp={signUp} answer={actionData} />
      <p className="my-8">
        <TextLink to={`/areas/${signUp.area.slug}/events/${signUp.event.id}/sign-ups`}>
          {SIGN_UP_LIST.title}
        </TextLink>
      </p>
    </div>
  );
}
