#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| beleid_fuzz::check("bytes", bytes));
