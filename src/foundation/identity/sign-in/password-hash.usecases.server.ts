import type { App } from "#platform/app.ts";
import { authOf } from "./sign-in.store.server.ts";

export async function hashPassword(app: App, password: string): Promise<string> {
  return (await authOf(app).$context).password.hash(password);
}
