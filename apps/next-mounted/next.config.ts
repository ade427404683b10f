import type { NextConfig } from 'next';

// Below a path of a larger site, with addresses that end in a slash. No package is named external: Turbopack bundles the
// sandbox with the rest.
const config: NextConfig = { basePath: '/bank', trailingSlash: true };

export default config;
