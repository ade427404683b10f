import { connectJobs } from './connectJobs.ts';
import { testJobs } from './testJobs.ts';

testJobs(connectJobs);
