import { redirect } from "react-router";
import type { Route } from "./+types/letters";

/** The letters have an address of their own by now. */
export const loader = ({ params }: Route.LoaderArgs) => redirect(`/areas/${params.area}/letters/support`);
