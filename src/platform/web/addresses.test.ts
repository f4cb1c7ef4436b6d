import type { MiddlewareFunction } from "react-router";
import { expect, it } from "vitest";
import { newId } from "#platform/kernel/ids.ts";
import { idsInAddresses } from "./addresses.ts";

type Args = Parameters<MiddlewareFunction<Response>>[0];

async function statusFor(params: Record<string, string | undefined>): Promise<number> {
  const page = async () => new Response("page");
  try {
    const answer = await idsInAddresses(["area", "token"])({ params } as Args, page);
    return (answer as Response).status;
  } catch (thrown) {
    return (thrown as Response).status;
  }
}

it.each([
  [{}, 200],
  [{ area: "hamada", meeting: newId<never>() as string }, 200],
  [{ area: "hamada", offer: "new" }, 200],
  [{ token: "any words" }, 200],
  [{ area: "hamada", meeting: "x" }, 404],
  [{ meeting: "'; drop table area--" }, 404],
  [{ meeting: `${newId<never>() as string}x` }, 404],
  [{ meeting: "" }, 404],
  [{ offer: undefined }, 404],
])("answers an address with %o: %i", async (params, status) => {
  expect(await statusFor(params)).toBe(status);
});
