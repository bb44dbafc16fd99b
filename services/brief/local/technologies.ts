/**
 * Technologies that job descriptions, resumes and engineering pages name, by field. One entry: the name shown, then further spellings after bars.
 * `!` before a spelling: only as written, because it is also an ordinary word in lower case; in lower case it counts near another technology. `?`: as written and only near another technology,
 * because it is a word or a letter even so. Without a mark: in any case. `*` before a field: knowing one of it says little about the others. Names are public product names, gathered from their makers' own lists.
 */
const LEXICON = `
general languages: Python|CPython, Java, Kotlin, Scala, ?Go|Golang, !Rust, C++|CPP, C#|C-Sharp|CSharp, ?C, Objective-C, !Swift, !Ruby, PHP, Perl, Haskell, OCaml, F#, Clojure, Erlang, Elixir, !Dart, Lua, Groovy, COBOL, Fortran, !Ada, Solidity, !Zig, VB.NET, ABAP, Apex
web languages: JavaScript|?JS|ECMAScript|Vanilla JS, TypeScript, !Elm, WebAssembly|WASM
statistics languages: ?R|RStudio|R Studio, !Julia, MATLAB, ?SAS, Stata, SPSS
*other languages: Bash|Shell scripting|shell scripts, PowerShell, SQL|T-SQL|TSQL|PL/SQL|ANSI SQL, HTML|HTML5, CSS|CSS3, Sass|SCSS, VBA|Visual Basic, Verilog, VHDL, SystemVerilog, DAX, Power Query, MDX, LookML, Jinja, YAML, CUDA, OpenCL
web frameworks: !React|React.js|ReactJS, Next.js|NextJS, !Angular|AngularJS, Vue|Vue.js|VueJS, Nuxt|Nuxt.js, Svelte|SvelteKit, Ember.js|EmberJS, !Remix, Astro.js, HTMX
mobile frameworks: React Native, Flutter, !Ionic, SwiftUI, UIKit, Jetpack Compose, Android SDK
*frontend tools: !Redux, MobX, jQuery, Tailwind|Tailwind CSS|TailwindCSS, Webpack, Vite, esbuild, Storybook, Three.js, D3|D3.js, WebGL, WebSockets|WebSocket, !Electron, Xcode, Qt
game engines: !Unity, Unreal Engine|Unreal
server frameworks: Node.js|NodeJS|Node JS|!Node, Express.js|ExpressJS|?Express, NestJS|Nest.js, !Fastify, Deno, !Bun, Django, !Flask, FastAPI, Spring Boot|Spring Framework|Spring MVC|?Spring, !Quarkus, Micronaut, Ktor, Rails|Ruby on Rails|RoR, Sinatra, Laravel, Symfony, ASP.NET|ASP.NET Core, .NET|.NET Core|dotnet, Phoenix Framework
*server tools: !Celery, Hibernate, Entity Framework, Sidekiq, OAuth|OAuth2|OAuth 2.0, OpenID Connect|OIDC, SAML, JWT, WordPress, Drupal, Magento, Shopify, OpenAPI|Swagger
interfaces: gRPC, REST|RESTful|REST API|REST APIs, SOAP, GraphQL, Protobuf|Protocol Buffers, Avro
proxies: Nginx, Apache HTTP Server, !Envoy, HAProxy, Tomcat
workflow engines: Temporal.io|?Temporal, Camunda, Step Functions, Airflow|Apache Airflow|MWAA|Cloud Composer, Dagster, !Prefect, !Luigi, Argo Workflows, Azure Data Factory|Data Factory|ADF
message brokers: Kafka|Apache Kafka|Confluent, RabbitMQ, ActiveMQ, ZeroMQ, MQTT, AMQP, Kinesis, !Pulsar|Apache !Pulsar, Pub/Sub|PubSub, SQS, SNS, EventBridge, NATS
relational databases: PostgreSQL|Postgres, MySQL, MariaDB, SQLite, SQL Server|MSSQL|MS SQL|Microsoft SQL Server, !Oracle|Oracle Database, DB2, CockroachDB, Spanner|Cloud Spanner, SAP HANA, RDS, !Aurora|Amazon !Aurora, Supabase
document and key-value stores: MongoDB, Cassandra|ScyllaDB, DynamoDB, Redis, Memcached, CouchDB|Couchbase, Firestore, Firebase, Cosmos DB|CosmosDB, etcd, RocksDB
search engines: Elasticsearch|Elastic Search, OpenSearch, Solr
*other stores: Neo4j, InfluxDB, TimescaleDB, DuckDB
vector stores: Pinecone, Weaviate, Milvus, Qdrant, pgvector
warehouses: !Snowflake, BigQuery|Big Query|Google BigQuery, Redshift|Amazon Redshift|AWS Redshift, Databricks|Azure Databricks, Microsoft Fabric|MS Fabric, Azure Synapse|Synapse Analytics|!Synapse, ClickHouse, !Druid|Apache !Druid, Apache Pinot|?Pinot, Vertica, Teradata, Greenplum, Exasol, !Athena|Amazon !Athena|AWS !Athena, !Presto|PrestoDB, Trino
data processing: !Spark|Apache !Spark|PySpark|Spark SQL|SparkSQL, Hadoop|HDFS, !Hive|Apache !Hive, AWS Glue|?Glue, EMR|Amazon EMR, Flink|Apache Flink, Apache Beam|?Beam, !Dataflow, NiFi|Apache NiFi, Dask, ?Ray
transformation tools: dbt|dbt Core|dbt Cloud|data build tool|dbt labs, SQLMesh, Dataform
data movers: Fivetran, Airbyte, Stitch Data, Matillion, Talend, Informatica, SSIS, Pentaho, Meltano, Hightouch, Debezium
table formats: Delta Lake|Delta Live Tables, !Iceberg|Apache !Iceberg, !Hudi|Apache !Hudi, Parquet
data quality: Great Expectations, !Soda|Soda Core|SodaCL, Monte Carlo, Elementary Data
data catalogs: Atlan, Collibra, Alation, DataHub, Amundsen, Unity Catalog, OpenLineage
event collection: Segment.com|?Segment, Snowplow, RudderStack, Google Tag Manager|GTM
dashboards: Power BI|PowerBI|Power-BI, Tableau, !Looker|Looker Studio|Data Studio, Qlik|QlikView|QlikSense|Qlik Sense, Metabase, !Superset|Apache !Superset, Mode Analytics, Sigma Computing, ThoughtSpot, MicroStrategy, SSRS, SSAS, Cognos, !Domo, Sisense, Redash, Hex.tech, Lightdash, Omni Analytics, Streamlit, Plotly|Plotly Dash
product analytics: Google Analytics|GA4, !Amplitude, Mixpanel, PostHog, Heap Analytics, Adobe Analytics
experimentation: Optimizely, LaunchDarkly
spreadsheets: Microsoft Excel|MS Excel|!Excel, Google Sheets
data science suites: Alteryx, KNIME, Dataiku, RapidMiner
learning frameworks: PyTorch, TensorFlow, Keras, JAX, scikit-learn|sklearn|scikit learn, XGBoost, LightGBM, CatBoost
*data libraries: Pandas, NumPy, SciPy, Polars, Matplotlib, Jupyter|Jupyter Notebook|JupyterLab, OpenCV, spaCy, NLTK, ONNX, TensorRT, vLLM, !Stan, ROS|ROS2
learning platforms: MLflow, Kubeflow, SageMaker, Vertex AI, Azure ML|Azure Machine Learning, Weights & Biases|wandb, H2O.ai
language model tools: Bedrock|Amazon Bedrock, Hugging Face|HuggingFace, LangChain, LlamaIndex, OpenAI API|Azure OpenAI
clouds: AWS|Amazon Web Services, Azure|Microsoft Azure, GCP|Google Cloud|Google Cloud Platform, Oracle Cloud|OCI, IBM Cloud, Alibaba Cloud, DigitalOcean, OpenStack
hosting: Heroku, Vercel, Netlify, Cloudflare, !Fastly, Akamai, CloudFront
*cloud services: EC2, S3|Amazon S3, IAM, VMware|vSphere, Windows Server, Active Directory|Entra ID
serverless: AWS Lambda|Lambda functions, Cloud Run, Cloud Functions, Azure Functions, Fargate
containers: Kubernetes|k8s, ECS, EKS, GKE, AKS, OpenShift, !Rancher, !Nomad, Docker Swarm
*container tools: Docker, Podman, !Helm, HashiCorp Vault|?Vault, !Consul|HashiCorp !Consul
service meshes: Istio, Linkerd
infrastructure tools: Terraform|OpenTofu, Terragrunt, Pulumi, CloudFormation, Crossplane, AWS CDK
configuration tools: Ansible, !Chef, !Puppet, SaltStack, !Packer, !Vagrant
build services: Jenkins, GitHub Actions, GitLab CI|GitLab CI/CD, CircleCI, Travis CI, TeamCity, Bamboo CI, Buildkite, Azure DevOps, Tekton
deployment tools: Argo CD|ArgoCD, Flux CD|FluxCD, Spinnaker
*build tools: Bazel, !Gradle, Maven, Artifactory, SonarQube
version control: Git, GitHub, GitLab, Bitbucket, Subversion|SVN, Perforce
*operating systems: Linux|RHEL|Ubuntu|Debian|Red Hat, eBPF, TCP/IP, BGP, DNS, Wireshark
monitoring: Prometheus, Datadog, New Relic, Splunk, !Dynatrace, AppDynamics, Grafana, Kibana, CloudWatch, Zabbix, Nagios, !Sentry
tracing and logs: OpenTelemetry|OTel, Jaeger, Zipkin, !Loki, Fluentd, Logstash, ELK|ELK Stack, Elastic Stack
alerting: PagerDuty, Opsgenie
identity: Okta, Auth0, Keycloak
security tools: Snyk, Burp Suite, Metasploit
unit tests: !Jest, !Mocha, Vitest, JUnit, TestNG, Mockito, pytest, RSpec
browser tests: !Cypress, Playwright, Selenium, Puppeteer, Appium, Robot Framework
load tests: JMeter, k6, Gatling
*test tools: !Cucumber, Postman, TestRail, SoapUI, !Pact
sales systems: Salesforce|SFDC, HubSpot, Microsoft Dynamics|Dynamics 365
marketing tools: Marketo, Pardot, Braze, !Iterable, Mailchimp, Klaviyo
support tools: Zendesk, !Intercom, Freshdesk, ServiceNow
business systems: SAP|SAP S/4HANA|S/4HANA, Oracle ERP|Oracle Fusion, NetSuite, !Workday, QuickBooks, Xero
payments: !Stripe, Adyen, Braintree
planning tools: Jira, !Confluence, Asana, !Trello, ClickUp, Monday.com, !Notion, Airtable
automation tools: Zapier, n8n, UiPath, Power Automate, Power Apps|PowerApps
*office tools: !Slack, Microsoft Teams|MS Teams, SharePoint, Google Workspace, Miro, Google Ads, Meta Ads|Facebook Ads, SEMrush, Ahrefs, Twilio, SendGrid
design tools: Figma, Sketch App, Adobe XD, InVision, !Framer, Zeplin
graphics tools: Photoshop|Adobe Photoshop, Illustrator|Adobe Illustrator, InDesign, After Effects|Adobe After Effects, Premiere Pro, !Blender, Cinema 4D
engineering design: AutoCAD, SolidWorks, CATIA, Revit, Rhino 3D, Fusion 360, ANSYS, LabVIEW, Simulink, Altium|Altium Designer, KiCad
*practices: CI/CD|CICD|continuous integration|continuous delivery, microservices|microservice, event-driven architecture|event-driven, ETL|ELT|ETL/ELT, infrastructure as code|IaC, machine learning, deep learning, NLP|natural language processing, computer vision, LLMs|LLM|large language models, data modeling|data modelling|dimensional modeling|dimensional modelling, A/B testing|AB testing|A/B tests, distributed systems, data warehousing|data warehouse|data warehouses, Scrum, Kanban, SRE|site reliability, observability, incident response, on-call, SOC 2|SOC2, ISO 27001|ISO27001, GDPR, HIPAA, PCI DSS|PCI-DSS, FHIR|HL7, penetration testing, threat modeling|threat modelling, TDD|test-driven development, domain-driven design|DDD, accessibility|WCAG|a11y, SEO, CRM, ERP, GIS|ArcGIS|QGIS|PostGIS
`;

/** A technology and one way to write it. */
export interface TechnologySpelling {
  readonly name: string;
  readonly spelling: string;
  /** Only as written. */
  readonly exact: boolean;
  /** Only near another technology. */
  readonly needsCompany: boolean;
  /** The line of the lexicon it stands in. */
  readonly field: string;
  /** Whether knowing one technology of the field carries over to the others. */
  readonly hasPeers: boolean;
}

/** Every spelling of the lexicon. */
export const TECHNOLOGY_SPELLINGS: readonly TechnologySpelling[] = LEXICON.trim()
  .split('\n')
  .flatMap((line) => {
    const [field = '', entries = ''] = line.split(/:(.*)/s);
    return entries.split(',').flatMap((entry) => spellingsOf(field, entry.trim()));
  });

function spellingsOf(field: string, entry: string): TechnologySpelling[] {
  const marked = entry.split('|');
  const name = (marked[0] ?? '').replace(/^[!?]/, '');
  const spellings = marked.flatMap((spelling) =>
    spelling.startsWith('!') ? [spelling, `?${spelling.slice(1).toLowerCase()}`] : [spelling],
  );
  return spellings.map((spelling) => ({
    name,
    field: field.replace('*', ''),
    hasPeers: !field.startsWith('*'),
    spelling: spelling.replace(/^[!?]/, ''),
    exact: /^[!?]/.test(spelling),
    needsCompany: spelling.startsWith('?'),
  }));
}

const FIELDS = new Map(TECHNOLOGY_SPELLINGS.map(({ name, field, hasPeers }) => [name, { field, hasPeers }]));

/** Whether knowing one technology carries over to another: Pulumi to Terraform, Tableau to Power BI. */
export function arePeers(one: string, other: string): boolean {
  const field = FIELDS.get(one);
  return one !== other && field?.hasPeers === true && field.field === FIELDS.get(other)?.field;
}
