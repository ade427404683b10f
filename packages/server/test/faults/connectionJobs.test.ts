import { connectionJobs } from './connectionJobs.ts';
import { testJobs } from './testJobs.ts';

testJobs(connectionJobs);
