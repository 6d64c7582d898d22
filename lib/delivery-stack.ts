import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, BucketPolicy } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { NOT_FOUND_PAGE_KEY } from '../lambdas/contract/object-keys';
import { CONTENT_SECURITY_POLICY, PREFLIGHT_HEADERS } from '../lambdas/contract/page-headers';
import type { StageConfig } from './config/stages';
import { acknowledge } from './constructs/acknowledge';

/**
 * Addresses of pages end in a slash, as on a laptop. The redirect is relative, so that it never leaves the site. A
 * browser that asks whether another site may set a header is answered here, for the bucket has no answer.
 */
const PAGES_OF_FOLDERS = `function handler(event) {
  var request = event.request;
  if (request.method === 'OPTIONS') {
    return { statusCode: 204, statusDescription: 'No Content', headers: ${JSON.stringify(
      Object.fromEntries(Object.entries(PREFLIGHT_HEADERS).map(([name, value]) => [name, { value }])),
    )} };
  }
  var name = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (name !== '' && !name.includes('.')) {
    var location = { value: './' + name + '/' };
    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: location } };
  }
  if (name === '') request.uri += 'index.html';
  return request;
}`;

export interface DeliveryStackProps extends StackProps {
  readonly stage: StageConfig;
  readonly published: Bucket;
}

/** What visitors and websites fetch: the published bucket behind CloudFront. */
export class DeliveryStack extends Stack {
  /** `https://` and the domain, without a slash at the end. */
  readonly siteAddress: string;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { stage, published, ...props }: DeliveryStackProps) {
    super(scope, id, props);
    const { domain } = stage;
    const accessControl = new S3OriginAccessControl(this, 'AccessControl');
    const distribution = new Distribution(this, 'Distribution', {
      comment: `show notes, ${stage.name}`,
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      defaultBehavior: {
        origin: S3BucketOrigin.withBucketDefaults(published, {
          originAccessControlId: accessControl.originAccessControlId,
        }),
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        // Keeps what is immutable for its year and what moves for its one second, and compresses both.
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy: this.responseHeaders(),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.pagesOfFolders() }],
      },
      // S3 answers 403 for an absent key to those who may not list the bucket.
      errorResponses: [403, 404].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 404,
        responsePagePath: `/${NOT_FOUND_PAGE_KEY}`,
        ttl: Duration.seconds(5),
      })),
    });
    acknowledge(distribution, 'CFR1', 'show notes are for everybody, in every country');
    acknowledge(distribution, 'CFR2', 'static files and GET only: there is nothing behind it for a firewall to guard');
    acknowledge(distribution, 'CFR3', 'access logs would keep the addresses of visitors, which nobody here needs');
    if (!domain)
      acknowledge(distribution, 'CFR4', "CloudFront's own domain sets its TLS versions; stages.ts may name one");

    this.letDistributionRead(published, distribution);
    this.distribution = distribution;
    this.siteAddress = `https://${domain?.name ?? distribution.distributionDomainName}`;
    new CfnOutput(this, 'SiteAddress', { value: this.siteAddress });
    new CfnOutput(this, 'DistributionDomain', { value: distribution.distributionDomainName });
  }

  private pagesOfFolders(): EdgeFunction {
    const code = FunctionCode.fromInline(PAGES_OF_FOLDERS);
    return new EdgeFunction(this, 'PagesOfFolders', { code, runtime: FunctionRuntime.JS_2_0 });
  }

  private responseHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowHeaders: ['*'],
        accessControlExposeHeaders: ['ETag'],
        accessControlAllowCredentials: false,
        accessControlMaxAge: Duration.days(1),
        originOverride: true,
      },
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: CONTENT_SECURITY_POLICY, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.SAMEORIGIN, override: true },
        referrerPolicy: {
          referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: true,
        },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
    });
  }

  /** The bucket's only policy; here and not beside the bucket, for it names the distribution, which names the bucket. */
  private letDistributionRead(published: Bucket, distribution: Distribution): void {
    const policy = new BucketPolicy(this, 'PublishedPolicy', { bucket: published });
    policy.document.addStatements(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:*'],
        resources: [published.bucketArn, published.arnForObjects('*')],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [published.arnForObjects('*')],
        conditions: { StringEquals: { 'AWS:SourceArn': distribution.distributionArn } },
      }),
    );
  }
}
