/** The address of a version's page in the area of operations. */
export const versionPage = (version: string) => `/operations/terms/${encodeURIComponent(version)}`;
