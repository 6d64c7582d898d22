import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { acknowledge } from './acknowledge';

/** Grants a role reading what a stack of this account and region puts out. */
export function grantDescribing(role: Role, stackName: string): void {
  const { partition, region, account } = Stack.of(role);
  const arnIn = (where: string) => `arn:${where}:stack/${stackName}/*`;
  const resources = [arnIn(`${partition}:cloudformation:${region}:${account}`)];
  role.addToPolicy(new PolicyStatement({ actions: ['cloudformation:DescribeStacks'], resources }));
  const finding = `IAM5[Resource::${arnIn('<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>')}]`;
  acknowledge(role, finding, 'a stack has another id each time it is made, and what it puts out are names');
}
