/**
 * The supergraph as @apollo/gateway will load it. It refuses features marked `for: SECURITY` that it does not know;
 * ours are enforced before planning (see access/), so the copy that it gets does not carry the mark.
 */
export function forGateway(supergraphSdl: string): string {
  const copy = supergraphSdl.replaceAll(/,?\s*for: SECURITY/g, '')
  if (copy === supergraphSdl)
    throw new Error('The supergraph links no security feature: was it composed without @requiresScopes?')
  return copy
}
