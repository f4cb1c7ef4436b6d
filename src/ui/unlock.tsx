import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { canPasskey, signInByPasskey } from "./enhance/passkey.ts";
import { TextField } from "./field.tsx";
import { LOCK_ADDRESS, lookAtLock, type Unlocked, useLock, useLockWatch } from "./lock.ts";
import { UNLOCK } from "./unlock.messages.ts";

export type LockOwner = Readonly<{ name: string; email: string; locksInMs: number }>;

/** The page of somebody who is signed in: hidden while it is locked, from eyes and from readers, and kept as it is. */
export function Lockable({ owner, children }: { owner: LockOwner; children: ReactNode }) {
  useLockWatch(owner.locksInMs);
  const state = useLock();
  const isLocked = state !== "open";
  useEffect(() => {
    if (!isLocked) return;
    const title = document.title;
    document.title = UNLOCK.title;
    return () => {
      document.title = title;
    };
  }, [isLocked]);
  return (
    <>
      <div hidden={isLocked} inert={isLocked}>
        {children}
      </div>
      {isLocked ? <Unlock owner={owner} over={state === "over"} /> : null}
    </>
  );
}

type Step = "password" | "totp" | "recovery";

/** Asks over the page who is there: by password and second factor, or by a passkey. */
function Unlock({ owner, over }: { owner: LockOwner; over: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [step, setStep] = useState<Step>("password");
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const body = new URLSearchParams([...new FormData(form)] as [string, string][]);
    setBusy(true);
    const response = await fetch(LOCK_ADDRESS, { method: "POST", body }).catch(() => undefined);
    const {
      next,
      refused: why,
      again,
    }: Unlocked = response?.ok ? await response.json() : { refused: UNLOCK.lost };
    form.reset();
    setBusy(false);
    setRefused(why);
    if (again) setStep("password");
    if (next === "second-factor") setStep("totp");
    if (next === "done") await lookAtLock();
    form.querySelector<HTMLInputElement>("input:not([type=hidden])")?.focus();
  }

  const byPasskey = () =>
    signInByPasskey().then(
      () => lookAtLock(),
      () => setRefused(UNLOCK.passkeyFailed),
    );

  const errors = refused ? [refused] : undefined;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="unlock"
      className="m-auto w-full max-w-xl rounded-8 border border-solid-gray-600 bg-white p-6"
      onCancel={(event) => event.preventDefault()}
      onClose={({ currentTarget }) => currentTarget.showModal()}
    >
      <h1 id="unlock" className="text-std-22B-150">
        {UNLOCK.title}
      </h1>
      <p className="mt-2">{over ? UNLOCK.over : UNLOCK.idle}</p>
      <p className="mt-2 text-std-18B-160">{owner.name}</p>
      <form method="post" onSubmit={send} aria-busy={busy}>
        <input type="hidden" name="step" value={step} readOnly />
        <input type="hidden" name="email" autoComplete="username" value={owner.email} readOnly />
        {step === "password" ? (
          <TextField
            key="password"
            label={UNLOCK.password}
            name="password"
            type="password"
            autoComplete="current-password"
            autoFocus
            errors={errors}
          />
        ) : (
          <TextField
            key={step}
            label={UNLOCK[step].label}
            hint={UNLOCK[step].lead}
            name="code"
            autoComplete="one-time-code"
            inputMode={step === "totp" ? "numeric" : "text"}
            autoCapitalize="none"
            autoFocus
            errors={errors}
          />
        )}
        <p role="status" className="sr-only">
          {refused}
        </p>
        <Button kind="primary" aria-disabled={busy || undefined}>
          {busy ? UNLOCK.busy : UNLOCK.submit}
        </Button>
      </form>
      <div className="mt-4 flex flex-wrap gap-4">
        {step === "password" ? null : (
          <Button type="button" kind="plain" onClick={() => setStep(step === "totp" ? "recovery" : "totp")}>
            {UNLOCK[step].other}
          </Button>
        )}
        {step === "password" && canPasskey() ? (
          <Button type="button" onClick={byPasskey}>
            {UNLOCK.passkey}
          </Button>
        ) : null}
        <form method="post" action="/sign-out">
          <Button kind="plain">{UNLOCK.notMe}</Button>
        </form>
      </div>
    </dialog>
  );
}
