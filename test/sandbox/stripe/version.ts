/** The API version the `stripe` package of this project is pinned to. */
export const API_VERSION = "2026-10-28.endive";
