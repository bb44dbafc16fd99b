import { describe, expect, it } from '@jest/globals';
import { technologyNames } from '../../../../services/brief/local/find-technologies.ts';
import { arePeers } from '../../../../services/brief/local/technologies.ts';

describe('technologies in a text', () => {
  it.each([
    ['Go, Rust or C++ on AWS/GCP', ['Go', 'Rust', 'C++', 'AWS', 'GCP']],
    ['We use Postgres, k8s and GitLab CI/CD.', ['PostgreSQL', 'Kubernetes', 'GitLab CI']],
    ['Azure Data Factory and Power-BI', ['Azure Data Factory', 'Power BI']],
    ['You excel at what you do and go to market.', []],
    ['Go to market with us. Chef wanted for the canteen.', []],
    ['Star schema, snowflake schema, but Snowflake too', ['Snowflake']],
    ['Python, R and SQL', ['Python', 'R', 'SQL']],
    ['Our R & D department likes Python.', ['Python']],
    ['Run 14 Go services; the backend is written in C', ['Go', 'C']],
    ['.NET, Node.js, ASP.NET Core', ['.NET', 'Node.js', 'ASP.NET']],
    ['5+ years of professional experience with Go', ['Go']],
    ['Experience with Go to market plans, knowledge of R & D', []],
    ['mail me at docker@acme.example', []],
    ['We react quickly in spring.', []],
  ])('%s', (text, expected) => {
    expect(technologyNames(text)).toEqual(expected);
  });

  it('knows which knowledge carries over', () => {
    expect(arePeers('Terraform', 'Pulumi')).toBe(true);
    expect(arePeers('Tableau', 'Power BI')).toBe(true);
    expect(arePeers('Terraform', 'React')).toBe(false);
    expect(arePeers('Terraform', 'Terraform')).toBe(false);
    expect(arePeers('HTML', 'SQL')).toBe(false);
  });
});
