import { aheadMs, moveDate } from "../clock.ts";

/**
 * Loaded by each process of a test run before anything else (`node --import`): the app, its sessions and the libraries
 * that ask the system all see the same moved time. The database's clock stays, and so does the one that timers run by.
 */
moveDate(aheadMs());
