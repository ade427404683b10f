/** The kit's own sign and name as an address for an image: drawn here, so that nothing is fetched. */
export function wordmark({ mark, text }: { readonly mark: string; readonly text: string }): string {
  const svg = `
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 178 40" width="178" height="40">
      <g fill="none" stroke="${mark}" stroke-width="4">
        <rect x="2.5" y="9.5" width="20" height="20" rx="7" />
        <rect x="13.5" y="13.5" width="20" height="20" rx="7" stroke-opacity=".55" />
      </g>
      <text x="44" y="20" fill="${text}" font-family="'Nunito Sans', system-ui, sans-serif" font-size="19" font-weight="800">flinks-kit</text>
      <text x="44.5" y="34" fill="${text}" fill-opacity=".75" font-family="'Nunito Sans', system-ui, sans-serif" font-size="10.5">unofficial React kit</text>
    </svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg.replaceAll(/\s+/g, ' ').trim())}`;
}
