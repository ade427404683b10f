import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A second is short on a busy machine: what never comes is found out as surely after twenty.
configure({ asyncUtilTimeout: 20_000 });

afterEach(cleanup);
