/** Bundles each of these files; answers the folder where they lie as `<name>.js`, which is the caller's to remove. */
export function bundle(entryPoints: readonly string[]): Promise<string>;
