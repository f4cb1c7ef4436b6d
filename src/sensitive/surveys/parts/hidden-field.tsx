import { useFormField } from "#ui/form.tsx";

/** What a row of a form is, carried along unseen. */
export function Hidden({ name }: { name: string }) {
  const field = useFormField(name);
  return <input type="hidden" name={name} value={field?.value ?? ""} />;
}
