import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { CERTIFICATE_CHECK } from "../after/certificate.messages.ts";
import { checkNumber } from "../after/certificate.usecases.server.ts";
import type { Route } from "./+types/certificate-check";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const number = (url.searchParams.get("number") ?? "").slice(0, 40);
  return shown(await checkNumber(app, actor, { area, number }));
}

/** Whether a certificate's number stands. Nothing of who has it. */
export default function CertificateCheck({ loaderData: { number, found, area } }: Route.ComponentProps) {
  const text = CERTIFICATE_CHECK;
  return (
    <div className="max-w-2xl">
      <PageHead title={text.title} place={area.name} lead={text.lead} />
      <form method="get" className="my-4 flex flex-wrap items-end gap-3">
        <TextField label={text.number} name="number" defaultValue={number} autoComplete="off" />
        <Button kind="primary">{text.submit}</Button>
      </form>
      {number === "" ? null : found ? (
        <>
          <Notice
            kind={found.replacedOn ? "warning" : "success"}
            title={found.replacedOn ? text.replaced(found.replacedOn) : text.valid}
          />
          <Facts
            items={[
              { name: text.number, value: number },
              { name: text.course, value: found.title },
              { name: text.attended, value: found.attended },
              { name: text.issuer, value: found.issuer },
              { name: text.issuedOn, value: found.issuedOn },
            ]}
          />
        </>
      ) : (
        <Notice kind="warning" title={text.none} />
      )}
    </div>
  );
}
