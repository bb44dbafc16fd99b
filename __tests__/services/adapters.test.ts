import { createLocalWriter } from '../../services/brief/local/local-writer.ts';
import { createDocumentReader } from '../../services/documents/local-document-reader.ts';
import { createWebsiteReader } from '../../services/website/crawling-website-reader.ts';
import { briefWriterConformance } from '../conformance/brief-writer.ts';
import { documentReaderConformance } from '../conformance/document-reader.ts';
import { websiteReaderConformance } from '../conformance/website-reader.ts';

briefWriterConformance('the local writer', createLocalWriter);
documentReaderConformance('the local document reader', createDocumentReader);
websiteReaderConformance('the crawling website reader', (allow_hosts) => createWebsiteReader({ allow_hosts }));
