import { onTarget } from "#foundation/authority/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { answerFor } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { readAccount, removePasskey } from "../account/account.usecases.server.ts";
import { ACCOUNT, PASSKEY } from "../account.messages.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/account-passkeys";
import { PasskeyAdd } from "./passkey.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, session, user } = ownRequest(args);
  const { passkeys } = shown(await readAccount(app, actor, { user, here: session.id }));
  return { fresh: session.fresh, passkeys };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, user } = ownRequest(args);
  const on = onTarget(app, actor, { user });
  return answerForm(args.request, [on(removePasskey, () => "/account/passkeys")]);
}

export default function AccountPasskeys({ loaderData, actionData }: Route.ComponentProps) {
  const refused = answerFor(actionData, "account.passkey-remove");
  return (
    <>
      <PageHead title={PASSKEY.title} lead={PASSKEY.lead} />
      {loaderData.passkeys.length === 0 ? <Empty title={PASSKEY.none} /> : null}
      <ul>
        {loaderData.passkeys.map((passkey) => (
          <li
            key={passkey.id}
            className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-solid-gray-200 py-3"
          >
            <span className="min-w-0 grow text-std-17B-170">{passkey.name}</span>
            <span>{passkey.since}</span>
            <Removal
              open={PASSKEY.remove}
              asks={PASSKEY.removeAsks(passkey.name)}
              command="account.passkey-remove"
              answer={refused?.values.passkey === passkey.id ? refused : undefined}
              submit={PASSKEY.remove}
            >
              <input type="hidden" name="passkey" value={passkey.id} />
            </Removal>
          </li>
        ))}
      </ul>
      {loaderData.fresh ? (
        <>
          <PasskeyAdd />
          <noscript>
            <p className="mt-6">{PASSKEY.noScript}</p>
          </noscript>
        </>
      ) : (
        <div className="mt-6">
          <p className="mb-4">{PASSKEY.stale}</p>
          <ButtonLink to="/lock?next=/account/passkeys">{PASSKEY.confirm}</ButtonLink>
        </div>
      )}
      <p className="mt-8">
        <TextLink to="/account">{ACCOUNT.back}</TextLink>
      </p>
    </>
  );
}
