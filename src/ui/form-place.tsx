import { useFormField } from "./form-field.ts";

/** Tells the server that the form asks for this field here, where the field sends nothing while it is empty. */
export const Asked = ({ name }: { name: string }) =>
  useFormField(name) ? <input type="hidden" name="asked" value={name} /> : null;
