fn main() { for a in std::env::args().skip(1) { println!("{:#?}", beleid::read_header(&a)); } }
