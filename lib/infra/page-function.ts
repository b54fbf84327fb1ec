import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { drawnPages } from '../contract/page-addresses.ts';

/** JavaScript of the edge's own engine: no imports, no packages. */
const code = `function handler(event) {
  var request = event.request;
  if (/${drawnPages.replaceAll('/', '\\/')}/.test(request.uri)) request.uri = '/index.html';
  return request;
}
`;

/** Answers every address that the pages draw with their one document, as the host does. */
export const makePageFunction = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, 'PageAddresses', {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(code),
    comment: 'Addresses of pages are answered with index.html',
  });
