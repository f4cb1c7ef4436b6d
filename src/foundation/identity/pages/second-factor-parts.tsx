import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { ACCOUNT } from "../account.messages.ts";

/** The picture to scan, and the first code to prove that it was. */
export function AuthenticatorSetUp({
  uri,
  secret,
  qr,
  answer,
}: {
  uri: string;
  secret: string;
  qr: { size: number; path: string };
  answer: unknown;
}) {
  return (
    <>
      <PageHead title={ACCOUNT.factorSetUp} />
      <h2 className="text-std-18B-160">{ACCOUNT.factorScan}</h2>
      <svg
        role="img"
        aria-label={ACCOUNT.factorQr}
        viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`}
        className="my-4 size-64 border border-solid-gray-300 bg-white"
        shapeRendering="crispEdges"
      >
        <path d={qr.path} fill="black" />
      </svg>
      <p>{ACCOUNT.factorKey}</p>
      <p className="break-all">
        <code>{secret}</code>
      </p>
      <CommandForm
        command="account.second-factor-on"
        answer={answer}
        submit={ACCOUNT.factorConfirm}
        busy={ACCOUNT.busy}
        labels={{ code: ACCOUNT.factorCode }}
      >
        <input type="hidden" name="uri" value={uri} />
        <TextField label={ACCOUNT.factorCode} name="code" inputMode="numeric" autoComplete="one-time-code" />
      </CommandForm>
    </>
  );
}

/** Shown once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <PageHead title={ACCOUNT.codes} lead={ACCOUNT.codesLead} />
      <ul className="my-6 grid max-w-md grid-cols-2 gap-x-8 gap-y-2 border-y border-solid-gray-420 py-4">
        {codes.map((code) => (
          <li key={code} className="font-mono text-std-18N-160">
            {code}
          </li>
        ))}
      </ul>
      <ButtonLink to="/account" kind="primary">
        {ACCOUNT.codesDone}
      </ButtonLink>
    </>
  );
}
