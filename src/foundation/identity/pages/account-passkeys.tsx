import { data } from "react-router";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { formOf } from "#platform/web/fields.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { ACCOUNT, PASSKEY } from "../account/messages.ts";
import { ownAccount, removePasskey } from "../account/usecases.server.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/account-passkeys";
import { PasskeyAdd } from "./passkey.tsx";

export async function loader(args: Route.LoaderArgs) {
  const own = ownRequest(args);
  const { passkeys } = await ownAccount(own);
  return {
    fresh: own.session.fresh,
    passkeys: passkeys.map((passkey) => ({
      id: passkey.id,
      name: passkey.name ?? PASSKEY.device,
      since: passkey.created_at ? showInstantJa(passkey.created_at) : "",
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const own = ownRequest(args);
  const id = String((await formOf(args.request)).get("passkey") ?? "");
  const result = await removePasskey(own, id);
  if (result.ok) return data({ refused: undefined });
  const refused = result.error.kind === "invalid" ? result.error.fields.passkey?.[0] : undefined;
  return data({ refused }, { status: 422 });
}

export default function AccountPasskeys({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={PASSKEY.title} lead={PASSKEY.lead} />
      {actionData?.refused ? <Notice kind="error" title={actionData.refused} /> : null}
      {loaderData.passkeys.length === 0 ? <Empty title={PASSKEY.none} /> : null}
      <ul>
        {loaderData.passkeys.map((passkey) => (
          <li
            key={passkey.id}
            className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-solid-gray-200 py-3"
          >
            <span className="min-w-0 grow text-std-17B-170">{passkey.name}</span>
            <span>{passkey.since}</span>
            <OnceForm submit={PASSKEY.remove} kind="danger">
              <input type="hidden" name="passkey" value={passkey.id} />
            </OnceForm>
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
