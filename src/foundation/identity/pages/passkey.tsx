import { useEffect, useState } from "react";
import { Button } from "#ui/button.tsx";
import { canPasskey, type PasskeyCeremony, runPasskey } from "#ui/enhance/passkey.ts";
import { PASSKEY } from "../account.messages.ts";

/** Signs in with a passkey. */
export const PasskeySignIn = ({ next }: { next: string }) => (
  <Ceremony name="sign-in" label={PASSKEY.signIn} failed={PASSKEY.signInFailed} next={next} />
);

/** Makes a passkey on this device. */
export const PasskeyAdd = () => <Ceremony name="add" label={PASSKEY.add} failed={PASSKEY.addFailed} />;

/** A button that is shown only where the browser can do what it says: not without script, nor in browsers without passkeys. */
function Ceremony({
  name,
  label,
  failed,
  next,
}: {
  name: PasskeyCeremony;
  label: string;
  failed: string;
  next?: string;
}) {
  const [able, setAble] = useState(false);
  useEffect(() => setAble(canPasskey()), []);
  return (
    <div
      className="mt-6"
      hidden={!able}
      data-passkey={name}
      data-then={next}
      data-failed={failed}
      data-device={PASSKEY.device}
    >
      <Button type="button" onClick={({ currentTarget }) => runPasskey(currentTarget)}>
        {label}
      </Button>
      <p role="status" className="mt-2 text-std-16N-170 text-error-2" />
    </div>
  );
}
