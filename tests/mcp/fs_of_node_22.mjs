// fs_of_node_22.mjs - lets the conformance suite load in Node 18 and 20: it imports fs.globSync, which they lack, for a command
// that reads sources of other projects and is never called here. For `node --loader`.

const shim = `data:text/javascript,${encodeURIComponent(
  "export * from 'node:fs'; export { default } from 'node:fs'; export const globSync = () => { throw new Error('not in this Node'); };",
)}`;

export async function resolve(specifier, context, next) {
  return specifier === 'fs' ? { url: shim, shortCircuit: true } : next(specifier, context);
}
