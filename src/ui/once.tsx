import { useId } from "react";
import { Form, type FormProps, useNavigation } from "react-router";
import { Button } from "./button.tsx";

/**
 * A form that acts once: while it is under way its button says so and does nothing. The hidden key stays the same
 * for one showing of the form, so that the server can tell a second send from a second wish, also without script.
 */
export function OnceForm({
  submit,
  kind = "primary",
  busy = "送信しています…",
  onceKey,
  children,
  ...rest
}: FormProps & {
  submit: string;
  kind?: "primary" | "secondary" | "danger";
  busy?: string;
  onceKey?: string | undefined;
}) {
  const id = useId();
  const navigation = useNavigation();
  const underWay = navigation.state !== "idle" && navigation.formData?.get("form") === id;
  return (
    <Form
      method="post"
      {...rest}
      onSubmit={(event) => (underWay ? event.preventDefault() : rest.onSubmit?.(event))}
    >
      <input type="hidden" name="form" value={id} />
      {onceKey ? <input type="hidden" name="once" value={onceKey} /> : null}
      {children as React.ReactNode}
      <Button kind={kind} data-busy={busy} aria-disabled={underWay || undefined}>
        {underWay ? busy : submit}
      </Button>
    </Form>
  );
}
