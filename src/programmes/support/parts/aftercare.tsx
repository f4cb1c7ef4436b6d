import { TextLink } from "#ui/button.tsx";

/** After a talk, for who leads counsels too: a new case begins there, and nothing of anybody is written down here. */
export const Aftercare = () => (
  <p className="my-2">
    <TextLink to="/consultation?source=lecture">受講後に気になる方がいた場合の相談</TextLink>
  </p>
);
